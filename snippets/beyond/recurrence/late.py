def late(x, W, h, delta):
    """From what arrives at each state, return the gradients of W, U and b?"""
    nabla_W, nabla_U, nabla_b = 0, 0, 0
    later = 0
    for t in reversed(range(x.shape[1])):
        error = delta[:, t] * (1 - h[t + 1] ** 2) + later
        nabla_W += error @ h[t].T
        nabla_U += error @ x[:, t].T
        nabla_b += error.sum(axis=1, keepdims=True)
        later = W.T @ error
    return nabla_W, nabla_U, nabla_b
