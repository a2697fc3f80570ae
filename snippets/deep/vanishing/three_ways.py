import numpy as np


def standardised(z):
    """Return each row with the mean 0 and the deviation 1, and its deviations."""
    off = z - z.mean(axis=1, keepdims=True)
    s = np.sqrt((off**2).mean(axis=1, keepdims=True))
    return off / s, s


def walk(weights, x, kind):
    """Return the activations, and for each tanh its input, with what divided it."""
    a, layers = [x], []
    for W in weights:
        u, s = standardised(W @ a[-1]) if kind == "normalised" else (W @ a[-1], 1)
        layers.append((u, s))
        a.append(np.tanh(u) + (a[-1] if kind == "residual" else 0))
    return a, layers


def cost(weights, x, y, kind):
    return ((walk(weights, x, kind)[0][-1] - y) ** 2 / 2).sum() / 20


def gradients(weights, x, y, kind):
    """Return the gradients with respect to the weights, from the first layer on."""
    a, layers = walk(weights, x, kind)
    back, nabla_w = (a[-1] - y) / 20, []
    for W, before, (u, s) in zip(weights[::-1], a[-2::-1], layers[::-1], strict=True):
        error = back * (1 - np.tanh(u) ** 2)
        if kind == "normalised":  # and through the mean and the deviation
            shared = error.mean(axis=1, keepdims=True)
            stretched = u * (error * u).mean(axis=1, keepdims=True)
            error = (error - shared - stretched) / s
        nabla_w.insert(0, error @ before.T)
        back = W.T @ error + (back if kind == "residual" else 0)  # passed on
    return nabla_w


def start(size, seed):
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=(2, 10, 20))
    return [rng.normal(0, size, (10, 10)) for _ in range(20)], x, y


print("norm of the first gradient, five seeds")
#> norm of the first gradient, five seeds
print("         plain            normalised       a + f(a)")
#>          plain            normalised       a + f(a)
for name, size in [("small", 0.01), ("Xavier", 10**-0.5), ("normal", 1)]:
    ranges = []
    for kind in ["plain", "normalised", "residual"]:
        first = [gradients(*start(size, seed), kind)[0] for seed in range(5)]
        norms = [np.linalg.norm(gradient) for gradient in first]
        ranges.append(f"{min(norms):.0e} to {max(norms):.0e}")
    print(f"{name:6}   {'   '.join(ranges)}")
    #> small    9e-30 to 1e-28   1e+02 to 5e+02   4e+00 to 5e+00
    #> Xavier   1e-01 to 6e-01   4e+00 to 2e+01   3e+01 to 6e+01
    #> normal   9e+00 to 2e+02   1e+00 to 5e+00   2e+02 to 1e+03
