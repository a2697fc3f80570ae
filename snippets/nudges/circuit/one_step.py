from backprop import sigmoid, sigmoid_prime

a, b, c = 1, -2, -3
d = a + b
e = d * c
grad_e = sigmoid_prime(e)
grad_a = grad_b = c * grad_e
grad_c = d * grad_e

eta = 0.1
a = a + eta * grad_a
b = b + eta * grad_b
c = c + eta * grad_c
d = a + b
e = d * c
f = sigmoid(e)
print(f"a = {a:.6f}, b = {b:.6f}, c = {c:.6f}")
#> a = 0.986447, b = -2.013553, c = -3.004518
print(f"d = {d:.2f}, e = {e:.2f}, f = {f:.4f}")
#> d = -1.03, e = 3.09, f = 0.9563
print(f"a = {a:.2f}, b = {b:.2f}, c = {c:.2f}")
#> a = 0.99, b = -2.01, c = -3.00
print(f"f = {f:.8f}")
#> f = 0.95630980
