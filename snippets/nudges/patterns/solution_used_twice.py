def used_twice_gradient(u, v, t):
    s, r = u + v, max(v, t)
    grad_s, grad_r = r, s
    grad_u, grad_v, grad_t = grad_s, grad_s, 0
    if v > t:
        grad_v += grad_r
    else:
        grad_t += grad_r
    return grad_u, grad_v, grad_t


print(used_twice_gradient(1, -2, 4))
#> (4, 4, -1)
