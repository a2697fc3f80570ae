import numpy as np

from backprop import datasets

x, y = datasets.xor()
rng = np.random.default_rng(0)
w = rng.normal(size=(100_000, 2))
b = rng.normal(size=(100_000, 1))
answers = w @ x + b > 0
right = (answers == y).sum(axis=1)
for count in range(5):
    print(count, "of 4 right:", np.sum(right == count), "neurons")
    #> 0 of 4 right: 0 neurons
    #> 1 of 4 right: 12756 neurons
    #> 2 of 4 right: 74475 neurons
    #> 3 of 4 right: 12769 neurons
    #> 4 of 4 right: 0 neurons
