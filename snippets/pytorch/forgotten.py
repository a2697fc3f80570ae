import torch


def farthest(forget):
    w = torch.tensor(1.0, requires_grad=True)
    sgd = torch.optim.SGD([w], lr=0.1)
    path = []
    for _ in range(1000):
        if not forget:
            sgd.zero_grad()
        (w**2 / 2).backward()
        sgd.step()
        path.append(abs(w.item()))
    return max(path[-100:])  # of the last hundred steps


print(f"with zero_grad    {farthest(forget=False):.1f}")
#> with zero_grad    0.0
print(f"without           {farthest(forget=True):.1f}")
#> without           1.0
