before, z, g = 0.5, 0.75, -0.3
slope = z * (1 - z)

print(f"answer {slope * (before - g):.3f}")
#> answer 0.150
print(f"gate_itself {before - g:.3f}")
#> gate_itself 0.800
print(f"old_alone {slope * before:.3f}")
#> old_alone 0.094
