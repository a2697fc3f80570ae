# --8<-- [start:given]
import numpy as np

from backprop import numerical_gradient

queries = np.array([[1, 2, 0, -1], [0, 1, -2, 1]])
keys = np.array([[2, -1, 1, 0], [1, 1, 0, 2]])
values = np.array([[1, 3, -2, 2]])
delta = np.array([[1, -1, 2, 1]])  # what arrives at the four results
# --8<-- [end:given]


def found(q, k, v):
    return v @ np.triu(k.T @ q)


arrays = [array.astype(float) for array in (queries, keys, values)]
squares = []
for place in range(3):

    def total(array, place=place):
        return (delta * found(*arrays[:place], array, *arrays[place + 1 :])).sum()

    squares.append((numerical_gradient(total, arrays[place]) ** 2).sum())
# --8<-- [start:check]
print("squares: queries {:.2f}, keys {:.2f}, values {:.2f}".format(*squares))
#> squares: queries 195.00, keys 293.00, values 70.00
# --8<-- [end:check]
