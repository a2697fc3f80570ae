import torch

w = torch.tensor(0.5, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.1)
state = torch.tensor(1.0)
for x in (0.3, -0.2, 0.6):
    state = torch.tanh(w * state.detach() + x)  # its number only
    loss = (state - 0.1) ** 2
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    print(f"w = {w.item():.4f}")
    #> w = 0.4369
    #> w = 0.4383
    #> w = 0.4326
