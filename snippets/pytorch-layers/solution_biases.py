import torch
from torch import nn

torch.manual_seed(0)
layer = nn.LSTM(3, 5).double()
x = torch.randn(6, 4, 3).double()
layer(x)[0].sum().backward()
before = (layer.bias_ih_l0 + layer.bias_hh_l0).detach()
gradient = layer.bias_ih_l0.grad

torch.optim.SGD(layer.parameters(), lr=0.1).step()
moved = (layer.bias_ih_l0 + layer.bias_hh_l0).detach() - before
print(f"the sum has moved by {(moved / gradient).mean():.1f} times the gradient")
#> the sum has moved by -0.2 times the gradient
