from math import floor

from backprop import sigmoid

f = sigmoid(3)
print(f"f        = {f:.7f}")
#> f        = 0.9525741
print(f"rounded  = {round(f * 10_000)} ten-thousandths")
#> rounded  = 9526 ten-thousandths
print(f"cut off  = {floor(f * 10_000)} ten-thousandths")
#> cut off  = 9525 ten-thousandths
