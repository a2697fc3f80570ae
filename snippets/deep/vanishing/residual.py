import numpy as np


def cost(weights, x, y, residual):
    a = x
    for W in weights:
        f = np.tanh(W @ a)
        a = a + f if residual else f
    return ((a - y) ** 2 / 2).sum()


def gradients(weights, x, y, residual):
    """Return the gradients with respect to the weights, from the first layer on."""
    a = [x]
    for W in weights:
        f = np.tanh(W @ a[-1])
        a.append(a[-1] + f if residual else f)
    back, nabla_w = a[-1] - y, []
    for W, before in zip(weights[::-1], a[-2::-1], strict=True):
        error = back * (1 - np.tanh(W @ before) ** 2)
        nabla_w.insert(0, error @ before.T)
        back = W.T @ error + (back if residual else 0)  # the addition passes it on
    return nabla_w


def start(size, seed):
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(2, 10, 1))
    return [rng.normal(0, size, (10, 10)) for _ in range(20)], x, y


print("norm of the first gradient, five seeds: without, with a + f(a)")
#> norm of the first gradient, five seeds: without, with a + f(a)
for name, size in [("small", 0.01), ("Xavier", 10**-0.5), ("normal", 1)]:
    ranges = []
    for residual in [False, True]:
        first = [gradients(*start(size, seed), residual)[0] for seed in range(5)]
        norms = [np.linalg.norm(gradient) for gradient in first]
        ranges.append(f"{min(norms):.0e} to {max(norms):.0e}")
    print(f"{name:6}   {ranges[0]}   {ranges[1]}")
    #> small    2e-29 to 3e-28   6e+00 to 3e+01
    #> Xavier   1e-01 to 3e+00   5e+01 to 3e+02
    #> normal   2e-01 to 6e+02   6e+01 to 6e+02
