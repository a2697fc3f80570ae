import numpy as np

from backprop import datasets


def neighbours_agree(x, y):
    """For how many samples has the nearest other one the same class?"""
    distance = np.linalg.norm(x[:, :, None] - x[:, None, :], axis=0)
    distance = distance.round(9)  # where two are equally near, the first counts
    np.fill_diagonal(distance, np.inf)
    classes = y.argmax(axis=0)
    return (classes == classes[distance.argmin(axis=1)]).mean()


x, y, _, _ = datasets.split(*datasets.spirals())
print("as it should be:", round(neighbours_agree(x, y), 2))
#> as it should be: 0.98

order = np.random.default_rng(0).permutation(y.shape[1])
print("labels shuffled:", round(neighbours_agree(x, y[:, order]), 2))
#> labels shuffled: 0.32

rows = x.T  # as a table has them: a sample in each row
reshaped = rows.reshape(2, -1)
print("rows reshaped:  ", round(neighbours_agree(reshaped, y), 2))
#> rows reshaped:   0.36
