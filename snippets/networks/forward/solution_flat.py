import numpy as np

y = np.array([[0.0, 1, 0, 1]])  # (1, 4), as it should be
a = np.array([0.7, 0.5, 0.9, 0.7])  # (4,): the row has been lost
print((a - y).shape, (a - y.T).shape, (a - y.T).size)
#> (1, 4) (4, 4) 16
print(((a - y) ** 2).mean().round(2), ((a - y.T) ** 2).mean().round(2))
#> 0.41 0.31
