import torch
from torch import nn

from backprop import Network

net = Network([20, 10, 5], rng=0)
nabla_b, nabla_w = net.backprop([[1]] * 20, [[0]] * 5)


def largest_error(dtype):
    """The largest error of the weights' gradient, as a part of the largest entry."""
    layers = nn.Linear(20, 10), nn.Linear(10, 5)
    a = torch.ones(1, 20, dtype=dtype)
    for layer, w, b in zip(layers, net.weights, net.biases, strict=True):
        layer.to(dtype)
        with torch.no_grad():
            layer.weight[:], layer.bias[:] = torch.tensor(w), torch.tensor(b.ravel())
        a = torch.sigmoid(layer(a))
    (a**2 / 2).sum().backward()
    found = [
        abs(p.weight.grad.numpy() - w).max()
        for p, w in zip(layers, nabla_w, strict=True)
    ]
    return max(found) / max(abs(w).max() for w in nabla_w)


# --8<-- [start:shown]
print("usual:", torch.get_default_dtype())
#> usual: torch.float32
for dtype, bound in (torch.float32, 1e-6), (torch.float64, 1e-14):
    print(f"{dtype}: below {bound:.0e}", bool(largest_error(dtype) < bound))
    #> torch.float32: below 1e-06 True
    #> torch.float64: below 1e-14 True

try:
    nn.Linear(20, 10)(torch.ones(1, 20, dtype=torch.float64))
except RuntimeError as error:
    print(str(error).partition(",")[0])
    #> mat1 and mat2 must have the same dtype
# --8<-- [end:shown]
