import torch
from torch import nn


def spread(start, seed):
    """The mean squares of ten layers' outputs: of their differences, of themselves."""
    torch.manual_seed(seed)
    a = torch.randn(1000, 100).double()
    for _ in range(10):
        layer = nn.Linear(100, 100).double()
        if start == "He":
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        if start != "as it comes":
            nn.init.zeros_(layer.bias)
        with torch.no_grad():
            a = torch.relu(layer(a))
    return a.std(dim=0).square().mean().item(), (a**2).mean().item()


for start in ("He", "default weights", "as it comes"):
    variances, squares = torch.tensor([spread(start, seed) for seed in range(30)]).mean(
        dim=0
    )
    size, differences = squares.sqrt().item(), variances.sqrt().item()
    print(f"{start:15}: size {size:.1e}, differences {differences:.1e}")
    #> He             : size 9.7e-01, differences 3.9e-01
    #> default weights: size 1.4e-04, differences 5.5e-05
    #> as it comes    : size 4.6e-02, differences 8.1e-05
