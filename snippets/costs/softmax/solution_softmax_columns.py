import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


shares = softmax(np.array([[0, 1000], [0, 1000], [np.log(2), 1000]]))
print(shares.round(4).tolist())
#> [[0.25, 0.3333], [0.25, 0.3333], [0.5, 0.3333]]
