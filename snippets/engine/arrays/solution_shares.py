import numpy as np

from backprop import Tensor

x = Tensor([1, 2, 5])
shares = x / x.sum()
print(shares.data)
#> [0.125 0.25  0.625]
shares.backward([8, 0, 0])
g, s = np.array([8, 0, 0]), x.data.sum()
by_hand = (g - (g * shares.data).sum()) / s
print(x.grad, by_hand)
#> [ 0.875 -0.125 -0.125] [ 0.875 -0.125 -0.125]
