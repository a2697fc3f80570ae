def delta_j(w, a, delta, slope):
    return slope(a) * (w.T @ delta)


def by_w(delta, z):
    return delta @ z.T
