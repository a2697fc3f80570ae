def product_step(a, b, eta):
    grad_a, grad_b = b, a
    return a + eta * grad_a, b + eta * grad_b


a, b = product_step(4, -3, 0.1)
print(f"{a:.2f} * {b:.2f} = {a * b:.2f}")
#> 3.70 * -2.60 = -9.62
