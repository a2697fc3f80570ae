from backprop import multiply_backward

x = 2
square = x * x
cube = square * x

grad_x = 0
grad_square, to_x = multiply_backward(square, x, 1)
grad_x += to_x
to_first, to_second = multiply_backward(x, x, grad_square)
grad_x += to_first
grad_x += to_second
print(cube, grad_x)
#> 8 12.0
