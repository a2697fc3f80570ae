from backprop import multiply

a, b = 4, -3
eta = 0.01
print(multiply(a, b))
#> -12.0

grad_a, grad_b = b, a
a = a + eta * grad_a
b = b + eta * grad_b
print(f"a = {a:.2f}, b = {b:.2f}")
#> a = 3.97, b = -2.96
print(f"{multiply(a, b):.4f}")
#> -11.7512
