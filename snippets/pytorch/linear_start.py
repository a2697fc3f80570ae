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
