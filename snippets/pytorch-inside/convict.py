import torch
from torch import nn

from backprop import datasets

torch.set_num_threads(1)  # so small a network is quicker with one
torch.manual_seed(0)
x, y = (torch.tensor(part.T[:500]) for part in datasets.digits())
odd = y.argmax(dim=1) % 2  # the class of a digit: 0 if it is even, 1 if it is odd
model = nn.Sequential(nn.Linear(64, 32), nn.Sigmoid(), nn.Linear(32, 10)).double()
sgd = torch.optim.SGD(model.parameters(), lr=0.2)
model[2] = nn.Linear(32, 2).double()  # two classes instead of ten

for step in range(1, 201):
    sgd.zero_grad()
    cost = nn.functional.cross_entropy(model(x), odd)
    cost.backward()
    sgd.step()
    first, last = (model[layer].weight.grad.norm().item() for layer in (0, 2))
    if step <= 4 or step % 50 == 0:
        print(f"{step:3}: cost {cost:.3f}, gradients {first:.2f} and {last:.2f}")
        #>   1: cost 0.723, gradients 0.10 and 0.44
        #>   2: cost 0.720, gradients 0.10 and 0.86
        #>   3: cost 0.718, gradients 0.10 and 1.28
        #>   4: cost 0.716, gradients 0.10 and 1.68
        #>  50: cost 0.658, gradients 0.07 and 12.51
        #> 100: cost 0.619, gradients 0.06 and 18.58
        #> 150: cost 0.586, gradients 0.05 and 25.34
        #> 200: cost 0.559, gradients 0.05 and 33.81
