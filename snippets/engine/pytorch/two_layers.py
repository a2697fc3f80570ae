import numpy as np
import torch

from backprop import Tensor

from network import cost, numbers, x, y

ours = {name: Tensor(array) for name, array in numbers.items()}
cost(ours, x, y, Tensor.sigmoid).backward()

theirs = {name: torch.tensor(array) for name, array in numbers.items()}
for parameter in theirs.values():
    parameter.requires_grad_()
cost(theirs, torch.tensor(x), torch.tensor(y), torch.sigmoid).backward()

for name in numbers:
    same = np.allclose(ours[name].grad, theirs[name].grad.numpy(), rtol=1e-12)
    print(f"{name}: {ours[name].grad[0, 0]:.4f} {theirs[name].grad[0, 0]:.4f} {same}")
    #> W2: 0.0665 0.0665 True
    #> b2: 0.1053 0.1053 True
    #> W3: 0.0784 0.0784 True
    #> b3: 0.1619 0.1619 True
