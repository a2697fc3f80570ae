from backprop import silu, silu_prime

low, high = -2.0, -1.0
for _ in range(50):
    middle = (low + high) / 2
    low, high = (middle, high) if silu_prime(middle) < 0 else (low, middle)

print(f"answer {middle:.4f}")
#> answer -1.2785
print(f"value {silu(middle):.4f}")
#> value -0.2785
print(f"mirrored {-middle:.4f}")
#> mirrored 1.2785
