from backprop import sigmoid_prime


def circuit_gradient(a, b, c):
    d = a + b
    e = d * c
    grad_e = sigmoid_prime(e)
    grad_d = c * grad_e
    return grad_d, grad_d, d * grad_e


print([round(float(grad), 4) for grad in circuit_gradient(4, -2, -1)])
#> [-0.105, -0.105, 0.21]
