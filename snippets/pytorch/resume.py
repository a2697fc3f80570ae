from tempfile import TemporaryFile

import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.randn(2, 20, 3)


def made():
    model = nn.Linear(3, 3)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.1)
    return model, optimiser, torch.optim.lr_scheduler.StepLR(optimiser, step_size=5)


def train(model, optimiser, schedule, steps):
    for _ in range(steps):
        optimiser.zero_grad()
        nn.MSELoss()(model(x), y).backward()
        optimiser.step()
        schedule.step()
    return model.weight


run = made()
train(*run, steps=7)
with TemporaryFile() as file:
    torch.save([part.state_dict() for part in run], file)
    file.seek(0)
    saved = torch.load(file, weights_only=True)
expected = train(*run, steps=7)  # as if nothing had happened

for name, count in [("the weights alone", 1), ("all three", 3)]:
    again = made()
    for part, state in zip(again[:count], saved, strict=False):
        part.load_state_dict(state)
    print(f"{name}:", torch.allclose(train(*again, steps=7), expected))
    #> the weights alone: False
    #> all three: True
