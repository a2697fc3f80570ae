import torch

w = torch.tensor(3.0, requires_grad=True)
for _ in range(3):
    cost = w**2
    cost.backward()
    print(w.grad.item())  # 2 w is 6
    #> 6.0
    #> 12.0
    #> 18.0

w.grad = None  # what zero_grad of an optimiser or a model does
(w**2).backward()
print(w.grad.item())
#> 6.0
