def shares_backward(x, g):
    s = x.sum()
    return (g - (g * x).sum() / s) / s
