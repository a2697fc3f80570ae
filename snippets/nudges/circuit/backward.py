from backprop import sigmoid, sigmoid_prime

a, b, c = 1, -2, -3
d = a + b
e = d * c
f = sigmoid(e)

grad_f = 1
grad_e = sigmoid_prime(e) * grad_f
grad_d = c * grad_e
grad_c = d * grad_e
grad_a = 1 * grad_d
grad_b = 1 * grad_d

print(f"grad_e = {grad_e:.7f}")
#> grad_e = 0.0451767
print(f"grad_d = {grad_d:.7f}")
#> grad_d = -0.1355300
print(f"grad_c = {grad_c:.7f}")
#> grad_c = -0.0451767
print(f"grad_a = {grad_a:.7f}")
#> grad_a = -0.1355300
print(f"grad_b = {grad_b:.7f}")
#> grad_b = -0.1355300
