import numpy as np

rng = np.random.default_rng(0)
W, filter_, V = rng.normal(size=(8, 3)), rng.normal(size=5), rng.normal(size=(8, 60))
sound, points = np.zeros(100), rng.normal(size=(3, 20))
sound[30:35] = rng.normal(size=5)
shifted, reordered = np.roll(sound, 40), points[:, rng.permutation(20)]


def heard(sound):
    return np.convolve(sound, filter_).max()


def as_set(points):
    return (W @ points).max(axis=1)


def side_by_side(points):
    return V @ points.ravel()


print("(b) shifted:  ", np.isclose(heard(sound), heard(shifted)))
#> (b) shifted:   True
print("(c) reordered:", np.allclose(as_set(points), as_set(reordered)))
#> (c) reordered: True
print("    and dense:", np.allclose(side_by_side(points), side_by_side(reordered)))
#>     and dense: False
