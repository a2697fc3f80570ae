import numpy as np

from backprop import Tensor, numerical_gradient

S = Tensor([[1, 2], [0, -1]])
R = Tensor([[3, 1, 0], [1, 0, 2]])
G = np.array([[1, 0, 2], [0, 10, 0]])
Z = S @ R
print(Z.data.tolist())
#> [[5.0, 1.0, 4.0], [-1.0, 0.0, -2.0]]
Z.backward(G)
print(S.grad.tolist())
#> [[3.0, 5.0], [10.0, 0.0]]
print(R.grad.tolist())
#> [[1.0, 0.0, 2.0], [2.0, -10.0, 4.0]]


def cost(entry):
    nudged = S.data.copy()
    nudged[0, 1] = entry
    return (G * (nudged @ R.data)).sum()


print(f"{numerical_gradient(cost, 2):.6f}")
#> 5.000000
