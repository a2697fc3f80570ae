import numpy as np

from backprop import Tensor

row, column = Tensor([1, 2, 3]), Tensor([[10], [20]])
table = row * column
print(table.data.tolist())
#> [[10.0, 20.0, 30.0], [20.0, 40.0, 60.0]]
table.backward(np.ones((2, 3)))
print(row.grad, column.grad.tolist())
#> [30. 30. 30.] [[6.0], [6.0]]
