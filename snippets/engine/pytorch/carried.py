import torch

w = torch.tensor(0.5, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.1)
state = torch.tensor(1.0)
for x in (0.3, -0.2, 0.6):
    state = torch.tanh(w * state + x)  # the last state goes into the next
    loss = (state - 0.1) ** 2
    optimiser.zero_grad()
    try:
        loss.backward()
    except RuntimeError as error:
        said = str(error).partition(" (")[0]
        break
    optimiser.step()
    print(f"w = {w.item():.4f}")
    #> w = 0.4369
print(said)
#> Trying to backward through the graph a second time
