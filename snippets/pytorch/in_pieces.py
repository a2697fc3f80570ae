import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(5, 1).double()
x, y = torch.randn(12, 5).double(), torch.randn(12, 1).double()
mean = nn.MSELoss()

mean(model(x), y).backward()
at_once = model.weight.grad.clone()

model.zero_grad()
for rows in range(0, 12, 4):
    piece = slice(rows, rows + 4)
    (mean(model(x[piece]), y[piece]) / 3).backward()  # a third of the samples
print(torch.allclose(model.weight.grad, at_once))
#> True
