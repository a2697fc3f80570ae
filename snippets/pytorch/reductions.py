import numpy as np
import torch
from torch import nn

from backprop import Network

rng = np.random.default_rng(0)
x, y = rng.normal(size=(2, 4)), np.eye(3)[:, [0, 1, 2, 0]]  # 4 samples, 3 outputs


def bias_slopes(cost):
    """The derivatives with respect to the output biases, in PyTorch."""
    linear = nn.Linear(2, 3).double()
    with torch.no_grad():
        linear.weight[:], linear.bias[:] = torch.tensor(w), torch.tensor(b.ravel())
    cost(linear(torch.tensor(x.T)), torch.tensor(y.T)).backward()
    return linear.bias.grad.numpy()


for output, name, costs in [
    ("identity", "quadratic", [nn.MSELoss(), nn.MSELoss(reduction="sum")]),
    ("sigmoid", "cross_entropy", [nn.BCEWithLogitsLoss()]),
    ("softmax", "cross_entropy", [nn.CrossEntropyLoss()]),
]:
    net = Network([2, 3], output=output, cost=name)
    (w,), (b,) = net.weights, net.biases
    ours = net.backprop(x, y)[0][0].ravel()
    ratios = [(bias_slopes(cost) / ours).round(4).tolist() for cost in costs]
    print(output, name, ratios)
    #> identity quadratic [[0.6667, 0.6667, 0.6667], [8.0, 8.0, 8.0]]
    #> sigmoid cross_entropy [[0.3333, 0.3333, 0.3333]]
    #> softmax cross_entropy [[1.0, 1.0, 1.0]]
