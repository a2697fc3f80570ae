from backprop import (
    add_backward,
    maximum_backward,
    multiply_backward,
    numerical_gradient,
)

u, v, t = 2, 3, 1
s, r = u + v, max(v, t)
grad_s, grad_r = multiply_backward(s, r, 1)

grad_u, grad_v = add_backward(u, v, grad_s)
grad_v, grad_t = maximum_backward(v, t, grad_r)
print(grad_u, grad_v, grad_t)
#> 3.0 5.0 0.0


def f(inputs):
    u, v, t = inputs
    return (u + v) * max(v, t)


print(numerical_gradient(f, [2, 3, 1]).round(4))
#> [3. 8. 0.]
