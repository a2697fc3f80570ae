from backprop import sigmoid, sigmoid_prime

z3, y = 0.974653, 0
a3 = sigmoid(z3)
print(f"{a3 - y:.4f} * {sigmoid_prime(z3):.4f} = {(a3 - y) * sigmoid_prime(z3):.4f}")
#> 0.7260 * 0.1989 = 0.1444
