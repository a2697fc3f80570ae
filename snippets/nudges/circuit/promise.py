from backprop import sigmoid

f = sigmoid(3)
grad_a = grad_b = -0.1355300
grad_c = -0.0451767
eta = 0.1
promised = f + eta * (grad_a**2 + grad_b**2 + grad_c**2)
print(f"{promised:.6f}")
#> 0.956452
