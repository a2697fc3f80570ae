def diamond(u):
    p = 2 * u
    q = u + 2
    return p * q
