import numpy as np
import torch
from torch import nn

from backprop import Embedding

words = np.array([[2], [0], [2]])  # three places, one sample
ours = Embedding(4, 2)
a = ours.forward(words)
ours.backward(np.ones(a.shape))

theirs = nn.Embedding(4, 2)
theirs(torch.tensor(words.T)).sum().backward()
print(*ours.nabla_w)
#> [1. 0. 2. 0.] [1. 0. 2. 0.]
for row in theirs.weight.grad:
    print(row.tolist())
    #> [1.0, 1.0]
    #> [0.0, 0.0]
    #> [2.0, 2.0]
    #> [0.0, 0.0]
