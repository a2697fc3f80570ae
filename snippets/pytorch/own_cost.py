import numpy as np
import torch
from torch import nn

from backprop import Network


def quadratic(answers, y):
    return nn.functional.mse_loss(answers, y) * y.shape[1] / 2


rng = np.random.default_rng(0)
net = Network([2, 3], rng=0)
w, b = (torch.tensor(p, requires_grad=True) for p in (net.weights[0], net.biases[0].T))
for m in (4, 7):
    x, y = rng.normal(size=(2, m)), rng.uniform(size=(3, m))
    w.grad = b.grad = None
    cost = quadratic(torch.sigmoid(torch.tensor(x.T) @ w.T + b), torch.tensor(y.T))
    cost.backward()
    (nabla_b,), (nabla_w,) = net.backprop(x, y)
    same = np.allclose(w.grad, nabla_w) and np.allclose(b.grad, nabla_b.T)
    print(f"{m} samples: {same}")
    #> 4 samples: True
    #> 7 samples: True
