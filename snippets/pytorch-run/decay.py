import torch
from torch import nn, optim


def after_a_step(make):
    """A weight and a bias of 1 after a step without any slope: only decay is left."""
    layer = nn.Linear(1, 1).double()
    with torch.no_grad():
        layer.weight[:], layer.bias[:] = 1, 1
    optimiser = make(layer)
    for parameter in layer.parameters():
        parameter.grad = torch.zeros_like(parameter)
    optimiser.step()
    return round(layer.weight.item(), 4), round(layer.bias.item(), 4)


# --8<-- [start:shown]
def together(kind):
    return lambda layer: kind(layer.parameters(), lr=0.4, weight_decay=0.5)


def apart(layer):
    decay = [p for p in layer.parameters() if p.ndim > 1]
    keep = [p for p in layer.parameters() if p.ndim < 2]
    groups = [{"params": decay}, {"params": keep, "weight_decay": 0}]
    return optim.AdamW(groups, lr=0.4, weight_decay=0.5)


print("SGD  ", after_a_step(together(optim.SGD)))
#> SGD   (0.8, 0.8)
print("AdamW", after_a_step(together(optim.AdamW)))
#> AdamW (0.8, 0.8)
print("Adam ", after_a_step(together(optim.Adam)))
#> Adam  (0.6, 0.6)
print("AdamW without biases", after_a_step(apart))
#> AdamW without biases (0.8, 1.0)
# --8<-- [end:shown]
