import numpy as np

from backprop import softmax


def naive_softmax(z):
    return np.exp(z) / np.exp(z).sum()


z = np.array([1000.0, 999.0, 0.0])
with np.errstate(over="ignore", invalid="ignore"):
    print("naive:  ", naive_softmax(z))
    #> naive:   [nan nan  0.]
print("shifted:", softmax(z).round(4))
#> shifted: [0.7311 0.2689 0.    ]
