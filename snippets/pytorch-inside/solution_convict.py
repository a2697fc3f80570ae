import torch
from examine import examine
from torch import nn

from backprop import datasets

torch.set_num_threads(1)  # so small a network is quicker with one
torch.manual_seed(0)
x, y = (torch.tensor(part.T[:500]) for part in datasets.digits())
odd = y.argmax(dim=1) % 2
model = nn.Sequential(nn.Linear(64, 32), nn.Sigmoid(), nn.Linear(32, 10)).double()
too_early = torch.optim.SGD(model.parameters(), lr=0.2)
model[2] = nn.Linear(32, 2).double()
sgd = torch.optim.SGD(model.parameters(), lr=0.2)  # after the change

for optimiser in (too_early, sgd):
    for line in examine(model, nn.CrossEntropyLoss(), x, odd, optimiser):
        if line.startswith("2.weight"):
            print(line)
            #> 2.weight: gradient 4e-01, step / weights 0e+00
            #> 2.weight: gradient 4e-01, step / weights 1e-01

for step in range(1, 201):
    sgd.zero_grad()
    cost = nn.functional.cross_entropy(model(x), odd)
    cost.backward()
    sgd.step()
    first, last = (model[layer].weight.grad.norm().item() for layer in (0, 2))
    if step <= 4 or step % 50 == 0:
        print(f"{step:3}: cost {cost:.3f}, gradients {first:.2f} and {last:.2f}")
        #>   1: cost 0.723, gradients 0.10 and 0.44
        #>   2: cost 0.698, gradients 0.07 and 0.06
        #>   3: cost 0.696, gradients 0.07 and 0.05
        #>   4: cost 0.694, gradients 0.07 and 0.05
        #>  50: cost 0.596, gradients 0.09 and 0.09
        #> 100: cost 0.400, gradients 0.09 and 0.09
        #> 150: cost 0.282, gradients 0.06 and 0.06
        #> 200: cost 0.232, gradients 0.04 and 0.04
