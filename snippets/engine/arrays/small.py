import numpy as np


class Array:
    def __init__(self, data, parents=()):
        self.data, self.parents = np.array(data), parents
        self.grad = np.zeros(self.data.shape)

    def __matmul__(self, other):
        to_self = (self, lambda g: g @ other.data.T)
        to_other = (other, lambda g: self.data.T @ g)
        return Array(self.data @ other.data, [to_self, to_other])


S, R = Array([[1, 2], [0, -1]]), Array([[3, 1, 0], [1, 0, 2]])
for parent, back in (S @ R).parents:
    parent.grad += back(np.array([[1, 0, 2], [0, 10, 0]]))
    print(parent.grad.tolist())
    #> [[3.0, 5.0], [10.0, 0.0]]
    #> [[1.0, 0.0, 2.0], [2.0, -10.0, 4.0]]
