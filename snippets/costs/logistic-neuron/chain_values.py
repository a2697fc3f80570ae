from backprop import sigmoid, sigmoid_prime

z, y = 1.0, 1
a = sigmoid(z)
cost_slope = -y / a + (1 - y) / (1 - a)
print(f"{cost_slope:.4f} * {sigmoid_prime(z):.4f}")
#> -1.3679 * 0.1966
print(f"= {cost_slope * sigmoid_prime(z):.4f}")
#> = -0.2689
print(f"a - y = {a - y:.4f}")
#> a - y = -0.2689
