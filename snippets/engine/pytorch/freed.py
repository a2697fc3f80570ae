import torch

from backprop import Value


def circuit(number):
    a, b, c = (number(x) for x in (1.0, -2.0, -3.0))
    return a, ((a + b) * c).sigmoid()


a, f = circuit(lambda x: torch.tensor(x, requires_grad=True))
f.backward()
print(f"once:          {a.grad:.4f}")
#> once:          -0.1355
try:
    f.backward()
except RuntimeError as error:
    print("again:        ", str(error).partition(" (")[0])
    #> again:         Trying to backward through the graph a second time

a, f = circuit(lambda x: torch.tensor(x, requires_grad=True))
f.backward(retain_graph=True)
f.backward()
print(f"graph retained: {a.grad:.4f}")
#> graph retained: -0.2711

a, f = circuit(Value)
f.backward()
f.backward()
print(f"our Value:      {a.grad:.4f}")
#> our Value:      -0.2711
