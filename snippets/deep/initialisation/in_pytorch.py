import torch
from torch import nn

torch.manual_seed(0)
layers = []
for _ in range(10):
    layers += [nn.Linear(100, 100), nn.ReLU()]
model = nn.Sequential(*layers)
x = torch.randn(1000, 100)
print(f"PyTorch's own start: {model(x).std(dim=0).mean().item():.0e}")
#> PyTorch's own start: 5e-05

for layer in model:
    if isinstance(layer, nn.Linear):
        nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        nn.init.zeros_(layer.bias)
print(f"He's start:          {model(x).std(dim=0).mean().item():.0e}")
#> He's start:          4e-01
