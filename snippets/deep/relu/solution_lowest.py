from backprop import silu, silu_prime

low, high = -2.0, -1.0
for _ in range(50):
    middle = (low + high) / 2
    if silu_prime(middle) < 0:
        low = middle
    else:
        high = middle
print(f"{middle:.4f}  {silu(middle):.4f}")
#> -1.2785  -0.2785
