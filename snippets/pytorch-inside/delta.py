import numpy as np
import torch
from torch import nn

from backprop import sigmoid, sigmoid_prime

model = nn.Sequential(nn.Linear(2, 3), nn.Sigmoid(), nn.Linear(3, 1), nn.Sigmoid())
model = model.double()
with torch.no_grad():
    model[0].weight[:] = torch.tensor([[1, -0.5], [-1, 1], [0.5, 1]])
    model[0].bias[:] = torch.tensor([-1, 1, -1])
    model[2].weight[:] = torch.tensor([[2, -1, 1]])
    model[2].bias[:] = torch.tensor([0.5])
x = torch.tensor([[1.0, 2], [-1, 1], [2, 0], [0, -1]]).double()  # four samples
y = torch.tensor([[0.0], [1], [1], [0]]).double()

z = model[0](x)  # neither weight nor input: something in between
print("a leaf:", z.is_leaf)
#> a leaf: False
z.retain_grad()  # keep what comes back to it, too
cost = ((y - model[3](model[2](model[1](z)))) ** 2).sum() / 2
cost.backward()
for row in z.grad:
    print(row.numpy().round(4).tolist())
    #> [0.0568, -0.0152, 0.0215]
    #> [-0.0168, 0.0054, -0.0282]
    #> [-0.0036, 0.0018, -0.0023]
    #> [0.0689, -0.0366, 0.0154]

W2, b2, W3, b3 = (p.detach().numpy() for p in model.parameters())
Z2 = W2 @ x.numpy().T + b2[:, np.newaxis]  # our way: one sample a column
Z3 = W3 @ sigmoid(Z2) + b3[:, np.newaxis]
delta3 = (sigmoid(Z3) - y.numpy().T) * sigmoid_prime(Z3)  # BP1
delta2 = (W3.T @ delta3) * sigmoid_prime(Z2)  # BP2
print("ours:", np.allclose(z.grad.numpy().T, delta2, rtol=1e-12))
#> ours: True
