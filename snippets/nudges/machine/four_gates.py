from tape import Value


def square(u):
    return Value(u.data**2, [(u, 2 * u.data)])


def cube(u):
    return Value(u.data**3, [(u, 3 * u.data**2)])


def root(u):
    result = u.data**0.5
    return Value(result, [(u, result / 2)])


def reciprocal(u):
    return Value(1 / u.data, [(u, -1 / u.data**2)])
