import copy
import math

import torch
from torch import nn

from backprop import Network, datasets


# --8<-- [start:examine]
def examine(model, cost, x, y, optimiser):
    """Return lines with the numbers of the checklist, measured on a copy."""
    model, optimiser = copy.deepcopy((model, optimiser))
    weights = {name: p for name, p in model.named_parameters() if p.ndim > 1}
    before = {name: p.detach().clone() for name, p in weights.items()}
    off = []
    for layer in [layer for layer in model.modules() if isinstance(layer, nn.ReLU)]:
        layer.register_forward_hook(lambda _, z, a: off.append((a <= 0).all(dim=0)))
    model.zero_grad()
    answers = model.train()(x)
    first = cost(answers, y)
    first.backward()
    optimiser.step()
    found = [f"cost {first.item():.2f}, log K {math.log(answers.shape[1]):.2f}"]
    for name, p in weights.items():
        step = (p.detach() - before[name]).norm() / before[name].norm()
        found += [f"{name}: gradient {p.grad.norm():.0e}, step / weights {step:.0e}"]
    found += [f"never on: {' '.join(f'{a.float().mean():.0%}' for a in off)}"]
    x = x[:4].clone().requires_grad_()
    model.eval()(x)[0, 0].backward()
    felt = x.grad.flatten(1).norm(dim=1)
    found += [f"felt by sample 0: {' '.join(f'{norm:.2f}' for norm in felt)}"]
    return found


# --8<-- [end:examine]


class Centred(nn.Module):
    def forward(self, a):
        return a - a.mean(dim=0)  # the mean of the batch: a leak


def network(*extra, shift=0):
    """The patient's network with He's weights, as the checklist has it."""
    net = Network([2, 20, 20, 3], hidden="relu", init="he", rng=0)
    first, second, last = nn.Linear(2, 20), nn.Linear(20, 20), nn.Linear(20, 3)
    layers = [first, nn.ReLU(), second, nn.ReLU(), last]
    for linear, w, b in zip(layers[::2], net.weights, net.biases, strict=True):
        linear.weight.data = torch.tensor(w)
        linear.bias.data = torch.tensor(b[:, 0]) + shift
    return nn.Sequential(*extra, *layers)


x, y = datasets.spirals()
samples, labels = torch.tensor(x.T), torch.tensor(y.argmax(axis=0))
torch.manual_seed(0)

# --8<-- [start:patients]
models = {
    "healthy": network(),
    "dead": network(shift=-10),
    "leaking": network(Centred()),
    "last layer new": network(),
}
for name, model in models.items():
    sgd = torch.optim.SGD(model.parameters(), lr=0.1)
    if name == "last layer new":  # and the optimiser still holds the old one
        model[4] = nn.Linear(20, 3).double()
    found = examine(model, nn.CrossEntropyLoss(), samples, labels, sgd)
    for line in (name, *(f"  {numbers}" for numbers in found)):
        print(line)
        #> healthy
        #>   cost 1.19, log K 1.10
        #>   0.weight: gradient 1e-01, step / weights 2e-03
        #>   2.weight: gradient 4e-01, step / weights 6e-03
        #>   4.weight: gradient 3e-01, step / weights 1e-02
        #>   never on: 0% 5%
        #>   felt by sample 0: 1.31 0.00 0.00 0.00
        #> dead
        #>   cost 1.10, log K 1.10
        #>   0.weight: gradient 0e+00, step / weights 0e+00
        #>   2.weight: gradient 0e+00, step / weights 0e+00
        #>   4.weight: gradient 0e+00, step / weights 0e+00
        #>   never on: 100% 100%
        #>   felt by sample 0: 0.00 0.00 0.00 0.00
        #> leaking
        #>   cost 1.19, log K 1.10
        #>   1.weight: gradient 1e-01, step / weights 2e-03
        #>   3.weight: gradient 4e-01, step / weights 6e-03
        #>   5.weight: gradient 3e-01, step / weights 1e-02
        #>   never on: 0% 5%
        #>   felt by sample 0: 1.09 0.36 0.36 0.36
        #> last layer new
        #>   cost 1.16, log K 1.10
        #>   0.weight: gradient 6e-02, step / weights 1e-03
        #>   2.weight: gradient 1e-01, step / weights 2e-03
        #>   4.weight: gradient 4e-01, step / weights 0e+00
        #>   never on: 0% 5%
        #>   felt by sample 0: 0.25 0.00 0.00 0.00
# --8<-- [end:patients]
