import torch
from torch import nn

torch.manual_seed(0)
for n in (25, 100, 400):
    weight = nn.Linear(n, 1000).weight
    with torch.no_grad():
        largest, variance = weight.abs().max().item(), weight.var().item()
    edge = f"largest √n · w = {largest * n**0.5:.3f}"
    print(f"n = {n}: {edge}, variance · 3n = {variance * 3 * n:.2f}")
    #> n = 25: largest √n · w = 1.000, variance · 3n = 1.00
    #> n = 100: largest √n · w = 1.000, variance · 3n = 1.00
    #> n = 400: largest √n · w = 1.000, variance · 3n = 1.00

torch.manual_seed(1)
weight = nn.Linear(100, 50).weight
torch.manual_seed(1)
same = nn.init.kaiming_uniform_(torch.empty(50, 100), a=5**0.5)
print("kaiming_uniform_ with a = √5, the same weights:", torch.equal(weight, same))
#> kaiming_uniform_ with a = √5, the same weights: True
