import torch

w = torch.tensor(0.5, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.1)
state = torch.tensor(1.0)
for step, x in enumerate((0.3, -0.2, 0.6), start=1):
    state = torch.tanh(w * state + x)
    loss = (state - 0.1) ** 2
    optimiser.zero_grad()
    try:
        loss.backward(retain_graph=True)
    except RuntimeError as error:
        found = str(error).partition(": ")[0].rpartition(" has been ")[2]
    else:
        optimiser.step()
        found = f"w = {w.item():.4f}"
    print(f"step {step}: {found}")
    #> step 1: w = 0.4369
    #> step 2: w = 0.4388
    #> step 3: modified by an inplace operation
