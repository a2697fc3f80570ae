import numpy as np

from backprop import Tensor

W, x = np.array([[1, 1]]), np.array([[1], [0]])
code = W @ x
error = W.T @ code - x
print("code", code.ravel(), " copy", (W.T @ code).ravel(), " error", error.ravel())
#> code [1]  copy [1 1]  error [0 1]
as_decoder, as_encoder = code @ error.T, W @ error @ x.T
print(as_decoder, "+", as_encoder, "=", as_decoder + as_encoder)
#> [[0 1]] + [[1 0]] = [[1 1]]

T = Tensor(W.astype(float))
((T.T @ (T @ x) - x) ** 2 / 2).sum().backward()
print("the engine:", T.grad)
#> the engine: [[1. 1.]]
