import numpy as np

from backprop import Tensor

words = Tensor([[4, 2], [3, 6]])
arrives = np.array([1, 10])
picked = words[[1, 1, 0]]
picked.max(axis=0).backward(arrives)
print(f"answer {words.grad[1, 1]:.0f}")
#> answer 10
tied = picked.data == picked.data.max(axis=0)
print(f"both {(tied * arrives)[:2, 1].sum():.0f}")
#> both 20
print(f"other {arrives[0]}")
#> other 1
