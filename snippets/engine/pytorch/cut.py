import torch

from backprop import Value

x = torch.tensor(3.0, requires_grad=True)
for f in (x * x, x * x.detach()):
    x.grad = None
    f.backward()
    print(f"value {f.item()}, gradient {x.grad.item()}")
    #> value 9.0, gradient 6.0
    #> value 9.0, gradient 3.0

with torch.no_grad():
    f = x * x
print("in no_grad, a node for the way back:", f.grad_fn)
#> in no_grad, a node for the way back: None

u = Value(3)
f = u * u.data
f.backward()
print("our Value:", f.data, u.grad)
#> our Value: 9.0 3.0
