import torch
from torch import nn

from backprop import Conv2d, MaxPool2d

from bridge import both_ways, rng, same

x = rng.normal(size=(2, 5, 6, 3))  # two channels, 5 rows, 6 columns, 3 samples
samples_first = (3, 0, 1, 2)
ours = Conv2d(2, 4, size=(3, 2), stride=2, padding=1)
theirs = nn.Conv2d(2, 4, (3, 2), stride=2, padding=1).double()
print("weights", ours.w.shape, tuple(theirs.weight.shape))
#> weights (4, 2, 3, 2) (4, 2, 3, 2)
print("biases ", ours.b.shape, tuple(theirs.bias.shape))
#> biases  (4, 1) (4,)
with torch.no_grad():
    theirs.weight[:] = torch.tensor(ours.w)
    theirs.bias[:] = torch.tensor(ours.b[:, 0])

print(both_ways(ours, theirs, x, samples_first))
#> Conv2d: forward True, back True
print("to w", same((ours.nabla_w, theirs.weight.grad)))
#> to w True
print("to b", same((ours.nabla_b[:, 0], theirs.bias.grad)))
#> to b True
print(both_ways(MaxPool2d(2), nn.MaxPool2d(2), x, samples_first))
#> MaxPool2d: forward True, back True
