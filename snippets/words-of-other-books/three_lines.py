def first(delta, a, m):
    return 1 / m * delta @ a.T


def second(delta, a):
    return a.T @ delta


def third(delta, a):
    return delta.T @ a
