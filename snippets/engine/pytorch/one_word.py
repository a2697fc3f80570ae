import torch

for word in (torch.sin, torch.exp):
    x = torch.tensor([0.5, 1.0, 2.0], requires_grad=True)
    y = word(x)
    y *= 10  # in the same memory
    try:
        y.sum().backward()
        found = [round(slope, 4) for slope in x.grad.tolist()]
    except RuntimeError as error:
        found = str(error).partition(": ")[0].rpartition(" has been ")[2]
    print(f"{word.__name__}: {found}")
    #> sin: [8.7758, 5.403, -4.1615]
    #> exp: modified by an inplace operation
