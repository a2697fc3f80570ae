from backprop import multiply

a, b = 4, -3
outputs = {}
for k in range(1, 101):
    eta = k / 24
    outputs[k] = multiply(a + eta * b, b + eta * a)

best = max(outputs, key=outputs.get)
print(f"eta = {best}/24, output = {outputs[best]:.4f}")
#> eta = 25/24, output = 1.0208
