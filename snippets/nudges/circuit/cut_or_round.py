from math import floor

from backprop import sigmoid

f = sigmoid(3)
print(f"f        = {f:.7f}")
#> f        = 0.9525741
print(f"rounded  = {f:.4f}")
#> rounded  = 0.9526
print(f"cut off  = {floor(f * 10_000) / 10_000}")
#> cut off  = 0.9525
