import numpy as np

from backprop import Tensor

b = Tensor([[1], [2]])
Z = np.zeros((2, 3)) + b
print(Z.data.tolist())
#> [[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]]
Z.backward([[1, 2, 3], [4, 5, 6]])
print(b.grad.tolist())
#> [[6.0], [15.0]]
