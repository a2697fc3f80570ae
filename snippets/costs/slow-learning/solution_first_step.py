from backprop import sigmoid, sigmoid_prime

w, b, x, y, eta = 0.6, 0.9, 1, 0, 0.15
z = w * x + b
a = sigmoid(z)
delta = (a - y) * sigmoid_prime(z)

w = w - eta * delta * x
b = b - eta * delta
print(f"delta = {delta:.4f}")
#> delta = 0.1219
print(f"w = {w:.4f}, b = {b:.4f}")
#> w = 0.5817, b = 0.8817
print(f"output {a:.4f}, then {sigmoid(w * x + b):.4f}")
#> output 0.8176, then 0.8121
