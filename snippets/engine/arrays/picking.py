import numpy as np

from backprop import Tensor

words = Tensor([[1, 2], [3, 4], [5, 6]])
sentence = np.array([2, 0, 2])
picked = words[sentence]
print(picked.data.tolist())
#> [[5.0, 6.0], [1.0, 2.0], [5.0, 6.0]]
picked.backward([[1, 1], [10, 10], [100, 100]])
print(words.grad.tolist())
#> [[10.0, 10.0], [0.0, 0.0], [101.0, 101.0]]

wrong = np.zeros((3, 2))
wrong[sentence] += [[1, 1], [10, 10], [100, 100]]
print(wrong.tolist())
#> [[10.0, 10.0], [0.0, 0.0], [100.0, 100.0]]
