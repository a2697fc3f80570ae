from io import BytesIO

import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.randn(2, 20, 3)
dropout = nn.Dropout(0.2)


def made():
    model = nn.Linear(3, 3)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.1)
    return model, optimiser, torch.optim.lr_scheduler.StepLR(optimiser, step_size=5)


def train(model, optimiser, schedule, steps):
    for _ in range(steps):
        optimiser.zero_grad()
        nn.MSELoss()(model(dropout(x)), y).backward()
        optimiser.step()
        schedule.step()
    return model.weight


run = made()
train(*run, steps=7)
file = BytesIO()  # stands for a file on the disk
torch.save(([part.state_dict() for part in run], torch.get_rng_state()), file)
expected = train(*run, steps=7)  # as if nothing had happened

for name, count in [("the weights", 1), ("all three", 3)]:
    for with_draws in (False, True):
        file.seek(0)
        states, draws = torch.load(file, weights_only=True)
        again = made()
        for part, state in zip(again[:count], states, strict=False):
            part.load_state_dict(state)
        if with_draws:
            torch.set_rng_state(draws)
        same = torch.allclose(train(*again, steps=7), expected)
        word = "with" if with_draws else "without"
        print(f"{name}, {word} the random numbers: {same}")
        #> the weights, without the random numbers: False
        #> the weights, with the random numbers: False
        #> all three, without the random numbers: False
        #> all three, with the random numbers: True
