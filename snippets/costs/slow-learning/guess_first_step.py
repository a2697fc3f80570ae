from backprop import sigmoid, sigmoid_prime

w, b, x, y, eta = 0.6, 0.9, 1, 0, 0.15
z = w * x + b
delta = (sigmoid(z) - y) * sigmoid_prime(z)

print(f"answer {sigmoid(z - 2 * eta * delta):.4f}")
#> answer 0.8121
print(f"weight_only {sigmoid(z - eta * delta):.4f}")
#> weight_only 0.8148
print(f"up {sigmoid(z + 2 * eta * delta):.4f}")
#> up 0.8230
print(f"no_slope {sigmoid(z - 2 * eta * (sigmoid(z) - y)):.4f}")
#> no_slope 0.7781
print(f"old {sigmoid(z):.4f}")
#> old 0.8176
