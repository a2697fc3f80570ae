from backprop import sigmoid, sigmoid_prime

a = -2
a = a - 0.1 * sigmoid_prime(a)
print(f"a = {a:.4f}, f = {sigmoid(a):.4f}")
#> a = -2.0105, f = 0.1181
