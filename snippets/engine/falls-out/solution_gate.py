import numpy as np

from backprop import Tensor

rng = np.random.default_rng(0)
V, U, a2 = (Tensor(rng.normal(size=shape)) for shape in [(4, 4), (4, 4), (4, 6)])
t, s = (V @ a2).tanh(), (U @ a2).sigmoid()
arrives = rng.normal(size=(4, 6))
(t * s).backward(arrives)

to_V = arrives * s.data * (1 - t.data**2)
to_U = arrives * t.data * s.data * (1 - s.data)
print("to a2:", np.allclose(a2.grad, V.data.T @ to_V + U.data.T @ to_U))
#> to a2: True
print("to V: ", np.allclose(V.grad, to_V @ a2.data.T))
#> to V:  True
print("to U: ", np.allclose(U.grad, to_U @ a2.data.T))
#> to U:  True
