import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.randn(32, 5).double(), torch.randn(32, 1).double()
norms = {
    "LayerNorm": nn.LayerNorm(6),
    "BatchNorm1d": nn.BatchNorm1d(6),
    "BatchNorm1d, frozen": nn.BatchNorm1d(6).eval(),
}

for name, norm in norms.items():
    model = nn.Sequential(nn.Linear(5, 6), norm, nn.Tanh(), nn.Linear(6, 1)).double()
    found = []
    for size in (32, 8):
        model.zero_grad()
        for rows in range(0, 32, size):
            piece = slice(rows, rows + size)
            cost = nn.functional.mse_loss(model(x[piece]), y[piece])
            (cost * size / 32).backward()
        found.append(model[0].weight.grad.clone())
    print(f"{name}: {torch.allclose(*found)}")
    #> LayerNorm: True
    #> BatchNorm1d: False
    #> BatchNorm1d, frozen: True
