import numpy as np

from backprop import Tensor

b, delta = np.zeros((3, 1)), np.ones((3, 6))  # a batch of six
print("NumPy lets it pass:", (b - 0.1 * delta).shape)
#> NumPy lets it pass: (3, 6)
ours = Tensor(b)
try:
    ours.data = b - 0.1 * delta
except ValueError as error:
    print("Tensor:", error)
    #> Tensor: data must have the tensor's shape (3, 1); got shape (3, 6)
