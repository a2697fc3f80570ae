from backprop import sigmoid, sigmoid_prime

f = sigmoid(3)
grad_e = sigmoid_prime(3)
grad_a = grad_b = -3 * grad_e
grad_c = -1 * grad_e

eta = 0.1
promised = f + eta * (grad_a**2 + grad_b**2 + grad_c**2)
print(f"{promised:.6f}")
#> 0.956452
