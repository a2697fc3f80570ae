import numpy as np
import torch
from torch import nn

from backprop import MaxPool2d

equal = np.array([[1.0, 7], [7, 2]]).reshape(1, 2, 2, 1)
ours = MaxPool2d(2)
ours.forward(equal)
print("ours     ", ours.backward(np.ones((1, 1, 1, 1))).ravel())
#> ours      [0. 1. 0. 0.]
for name, largest in [
    ("MaxPool2d", nn.MaxPool2d(2)),
    ("amax     ", lambda u: u.amax((2, 3))),
]:
    u = torch.tensor(equal.transpose(3, 0, 1, 2), requires_grad=True)
    largest(u).sum().backward()
    print(name, u.grad.numpy().ravel())
    #> MaxPool2d [0. 1. 0. 0.]
    #> amax      [0.  0.5 0.5 0. ]
