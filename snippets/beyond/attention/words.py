import numpy as np

from backprop import Embedding

layer = Embedding(4, 2)
layer.w = np.array([[10, 20, 30, 40], [11, 21, 31, 41]])
words = np.array([2, 0, 2])[:, None]
for row in layer.forward(words)[:, :, 0]:
    print(*row)
    #> 30.0 10.0 30.0
    #> 31.0 11.0 31.0

delta = np.array([[1, 2, 3], [5, 6, 7]])[:, :, None]
layer.backward(delta)
print("gradient")
#> gradient
for row in layer.nabla_w:
    print(*row)
    #> 2.0 0.0 4.0 0.0
    #> 6.0 0.0 12.0 0.0
