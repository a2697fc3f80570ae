from backprop import multiply_backward, sigmoid, sigmoid_prime

w_1, x_1, w_2, x_2, b = 1, 2, -3, 1, 1

p_1 = w_1 * x_1
p_2 = w_2 * x_2
z = p_1 + p_2 + b
a = sigmoid(z)
print(f"p_1 = {p_1}, p_2 = {p_2}, z = {z}, a = {a}")
#> p_1 = 2, p_2 = -3, z = 0, a = 0.5

grad_z = sigmoid_prime(z)
grad_p_1 = grad_p_2 = grad_b = grad_z
grad_w_1, grad_x_1 = multiply_backward(w_1, x_1, grad_p_1)
grad_w_2, grad_x_2 = multiply_backward(w_2, x_2, grad_p_2)
print(f"w_1: {grad_w_1}, x_1: {grad_x_1}")
#> w_1: 0.5, x_1: 0.25
print(f"w_2: {grad_w_2}, x_2: {grad_x_2}")
#> w_2: 0.25, x_2: -0.75
print(f"b: {grad_b}")
#> b: 0.25
