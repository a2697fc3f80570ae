from backprop import numerical_gradient, sigmoid, sigmoid_prime

a, b, c = 2, 1, -1
d = a + b
e = d * c
print(f"d = {d}, e = {e}, f = {sigmoid(e):.4f}")
#> d = 3, e = -3, f = 0.0474

grad_e = sigmoid_prime(e)
grad_d = c * grad_e
grad_c = d * grad_e
print(f"{grad_e:.4f}, {grad_d:.4f}, {grad_c:.4f}")
#> 0.0452, -0.0452, 0.1355


def f(inputs):
    return sigmoid((inputs[0] + inputs[1]) * inputs[2])


print(numerical_gradient(f, [a, b, c]).round(4))
#> [-0.0452 -0.0452  0.1355]
