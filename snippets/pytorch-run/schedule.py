import numpy as np
import torch

from backprop import Momentum

ours, optimiser = np.array([0.0]), Momentum(beta=0.9)
theirs = torch.zeros(1, dtype=torch.float64, requires_grad=True)
sgd = torch.optim.SGD([theirs], lr=0.1, momentum=0.9)
schedule = torch.optim.lr_scheduler.MultiStepLR(sgd, milestones=[200], gamma=0.1)

for step in range(203):  # always the same slope
    before = ours[0], theirs.item()
    eta = 0.1 if step < 200 else 0.01
    optimiser.step(ours, np.array([-1.0]), eta)
    theirs.grad = torch.tensor([-1.0], dtype=torch.float64)
    sgd.step()
    schedule.step()
    if step >= 199:
        print(f"step {step}: {ours[0] - before[0]:.3f} {theirs.item() - before[1]:.3f}")
        #> step 199: 1.000 1.000
        #> step 200: 0.910 0.100
        #> step 201: 0.829 0.100
        #> step 202: 0.756 0.100
