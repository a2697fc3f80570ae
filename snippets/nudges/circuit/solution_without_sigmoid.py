a, b, c = 1, -2, -3
grad_a, grad_b, grad_c = c, c, a + b
print((a + b) * c)
#> 3

eta = 0.1
a, b, c = a + eta * grad_a, b + eta * grad_b, c + eta * grad_c
print(f"a = {a:.2f}, b = {b:.2f}, c = {c:.2f}")
#> a = 0.70, b = -2.30, c = -3.10
print(f"e = {(a + b) * c:.2f}")
#> e = 4.96
