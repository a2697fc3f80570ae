from backprop import Tensor

S, R = Tensor([[2, -1]]), Tensor([[1, 4], [3, 0]])
(S @ R).backward([[5, 2]])
print(S.grad, R.grad.tolist())
#> [[13. 15.]] [[10.0, 4.0], [-5.0, -2.0]]
