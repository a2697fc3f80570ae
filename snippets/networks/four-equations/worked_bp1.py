from backprop import sigmoid, sigmoid_prime

z3, y = 0.974653, 0
a3 = sigmoid(z3)
slope = sigmoid_prime(z3)
print(f"{a3 - y:.4f} * {slope:.4f} = {(a3 - y) * slope:.4f}")
#> 0.7260 * 0.1989 = 0.1444
