import numpy as np


def standardise(train, test):
    mean = np.mean(train, axis=1, keepdims=True)
    deviation = np.std(train, axis=1, keepdims=True)
    return (train - mean) / deviation, (test - mean) / deviation


train, test = standardise(np.array([[1.0, 3], [200, 600]]), np.array([[7.0], [0]]))
print(train.tolist(), test.tolist())
#> [[-1.0, 1.0], [-1.0, 1.0]] [[5.0], [-2.0]]
