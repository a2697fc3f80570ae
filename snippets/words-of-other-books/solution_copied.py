import numpy as np

rng = np.random.default_rng(0)


def copied(n_in, n_out, m):
    x, delta = rng.normal(size=(n_in, m)), rng.normal(size=(n_out, m))
    try:
        found = x.T @ delta
    except ValueError:
        return "refused"
    right = np.allclose(found, delta @ x.T)
    return "runs, right" if right else "runs, wrong"


print(copied(2, 3, 4), "|", copied(4, 4, 4))
#> refused | runs, wrong
