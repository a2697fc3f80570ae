from backprop import add_backward, maximum_backward, multiply_backward

u, v, t = 2, 3, 1
grad_u = grad_v = grad_t = 0

for walk in [1, 2, 3]:
    s, r = u + v, max(v, t)
    grad_s, grad_r = multiply_backward(s, r, 1)
    to_u, to_v = add_backward(u, v, grad_s)
    grad_u += to_u
    grad_v += to_v
    to_v, to_t = maximum_backward(v, t, grad_r)
    grad_v += to_v
    grad_t += to_t
    print(walk, grad_u, grad_v, grad_t)
    #> 1 3.0 8.0 0.0
    #> 2 6.0 16.0 0.0
    #> 3 9.0 24.0 0.0
