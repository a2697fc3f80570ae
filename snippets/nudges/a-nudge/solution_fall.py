from backprop import multiply

a, b = 4, -3
eta = 0.01
grad_a, grad_b = b, a
print(f"{multiply(a - eta * grad_a, b - eta * grad_b):.4f}")
#> -12.2512
