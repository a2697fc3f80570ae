import numpy as np

W, delta = np.ones((2, 4)), np.ones((2, 1))
slope, a = np.ones((4, 1)), np.ones((4, 1))


def shape(formula):
    try:
        return formula().shape
    except ValueError:
        return "does not fit"


print(shape(lambda: (W.T @ delta) * slope))
#> (4, 1)
print(shape(lambda: (W @ delta) * slope))
#> does not fit
print(shape(lambda: W.T @ (delta * slope)))
#> does not fit
print(shape(lambda: W.T * delta * slope))
#> does not fit
print(shape(lambda: delta @ a.T))
#> (2, 4)
print(shape(lambda: a @ delta.T))
#> (4, 2)
print(shape(lambda: delta * a.T))
#> (2, 4)
