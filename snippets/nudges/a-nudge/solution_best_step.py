from backprop import multiply

a, b = 4, -3
best, largest = 0, multiply(a, b)
for k in range(1, 101):
    eta = k / 24
    output = multiply(a + eta * b, b + eta * a)
    if output > largest:
        best, largest = k, output

print(f"eta = {best}/24, output = {largest:.4f}")
#> eta = 25/24, output = 1.0208
