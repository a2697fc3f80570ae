a, b, c, eta = 1, -2, -3, 0.1
grad_a, grad_b, grad_c = c, c, a + b


def after(sign):
    new_a, new_b = a + sign * eta * grad_a, b + sign * eta * grad_b
    return (new_a + new_b) * (c + sign * eta * grad_c)


print(f"answer {after(1):.2f}")
#> answer 4.96
print(f"down {after(-1):.2f}")
#> down 1.16
print(f"promise {(a + b) * c + eta * (grad_a**2 + grad_b**2 + grad_c**2):.2f}")
#> promise 4.90
