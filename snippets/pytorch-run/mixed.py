import math

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(64, 10)
images, labels = torch.rand(32, 64), torch.arange(32) % 10
optimiser = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cpu", init_scale=1024)

optimiser.zero_grad()
with torch.autocast("cpu", dtype=torch.float16):
    cost = nn.functional.cross_entropy(model(images), labels)
scaler.scale(cost).backward()
too_long = nn.utils.clip_grad_norm_(model.parameters(), math.inf)  # only measures
scaler.unscale_(optimiser)
norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1)
print("the norm before unscale_, divided by that after it:", (too_long / norm).item())
#> the norm before unscale_, divided by that after it: 1024.0
scaler.step(optimiser)
scaler.update()
