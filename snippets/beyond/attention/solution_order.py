import numpy as np

from backprop import softmax

rng = np.random.default_rng(0)
w_q, w_k, w_v = rng.normal(size=(3, 4, 4))
x, y = rng.normal(size=(4, 3)), rng.normal(size=(4, 5))


def look(x, y):
    """What the translation x finds in the original y."""
    q, k, v = w_q @ x, w_k @ y, w_v @ y
    return v @ softmax(k.T @ q / 2)


a = look(x, y)
print("original in another order: ", np.allclose(look(x, y[:, [3, 0, 4, 2, 1]]), a))
#> original in another order:  True
order = [2, 0, 1]
print("translation in another:    ", np.allclose(look(x[:, order], y), a[:, order]))
#> translation in another:     True


def moves(x_step, y_step):
    """Whether the first result moves if columns are nudged."""
    return not np.allclose(look(x + x_step, y + y_step)[:, 0], a[:, 0])


print("the first result moves with a nudge of")
#> the first result moves with a nudge of
print("  the translation", [moves(e, 0) for e in np.eye(3)])
#>   the translation [True, False, False]
print("  the original   ", [moves(0, e) for e in np.eye(5)])
#>   the original    [True, True, True, True, True]
