from backprop import sigmoid, sigmoid_prime

w, b, x, y = 2.0, 2.0, 0, 0
z = w * x + b
a = sigmoid(z)

quadratic = (a - y) * sigmoid_prime(z)
cross_entropy = a - y
print(f"quadratic:     {quadratic * x:.4f}  {quadratic:.4f}")
#> quadratic:     0.0000  0.0925
print(f"cross-entropy: {cross_entropy * x:.4f}  {cross_entropy:.4f}")
#> cross-entropy: 0.0000  0.8808
