import torch
from torch import nn

model = nn.Sequential(nn.Linear(2, 3), nn.Sigmoid(), nn.Linear(3, 1), nn.Sigmoid())
model = model.double()  # 64 bits, as in this book
with torch.no_grad():  # what happens here is not kept for the way back
    model[0].weight[:] = torch.tensor([[1, -0.5], [-1, 1], [0.5, 1]])
    model[0].bias[:] = torch.tensor([-1, 1, -1])
    model[2].weight[:] = torch.tensor([[2, -1, 1]])
    model[2].bias[:] = torch.tensor([0.5])

x = torch.tensor([[1, 2]], dtype=torch.float64)  # one row a sample
y = torch.tensor([[0]], dtype=torch.float64)

cost = ((y - model(x)) ** 2).sum() / 2  # forward
cost.backward()  # back
print(sum(p.numel() for p in model.parameters()), "derivatives")
#> 13 derivatives
for name, parameter in model.named_parameters():
    print(name, parameter.grad.round(decimals=4).tolist())
    #> 0.weight [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]
    #> 0.bias [0.0568, -0.0152, 0.0215]
    #> 2.weight [[0.0388, 0.1272, 0.1181]]
    #> 2.bias [0.1444]
