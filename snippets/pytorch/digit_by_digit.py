import torch
from torch import nn

from backprop import Network

weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
biases = [[-1, 1, -1], [0.5]]

net = Network([2, 3, 1])
net.weights = weights
net.biases = [[[entry] for entry in column] for column in biases]
nabla_b, nabla_w = net.backprop([[1], [2]], [[0]])

linear = nn.Linear(2, 3).double(), nn.Linear(3, 1).double()
with torch.no_grad():
    for layer, w, b in zip(linear, weights, biases, strict=True):
        layer.weight[:], layer.bias[:] = torch.tensor(w), torch.tensor(b)
a = torch.tensor([[1, 2]], dtype=torch.float64)
for layer in linear:
    a = torch.sigmoid(layer(a))
(a**2 / 2).sum().backward()  # the answer wanted is 0

ours = [
    *nabla_w[0].ravel(),
    *nabla_b[0].ravel(),
    *nabla_w[1].ravel(),
    *nabla_b[1].ravel(),
]
theirs = [
    entry for layer in linear for p in layer.parameters() for entry in p.grad.ravel()
]
for one, other in zip(ours, theirs, strict=True):
    print(f"{one:13.10f} {other.item():13.10f}")
    #>  0.0567865183  0.0567865183
    #>  0.1135730366  0.1135730366
    #> -0.0151624066 -0.0151624066
    #> -0.0303248132 -0.0303248132
    #>  0.0215386411  0.0215386411
    #>  0.0430772822  0.0430772822
    #>  0.0567865183  0.0567865183
    #> -0.0151624066 -0.0151624066
    #>  0.0215386411  0.0215386411
    #>  0.0388385555  0.0388385555
    #>  0.1271982798  0.1271982798
    #>  0.1180681335  0.1180681335
    #>  0.1444126950  0.1444126950
