before, z, g = 0.5, 0.75, -0.3
print(f"new state {z * before + (1 - z) * g:.2f}")
#> new state 0.30
print(f"back to the old state {z:.2f}, to the new content {1 - z:.2f}")
#> back to the old state 0.75, to the new content 0.25
gate = before - g
print(f"to the gate {gate:.2f}, to its weighted input {z * (1 - z) * gate:.3f}")
#> to the gate 0.80, to its weighted input 0.150
