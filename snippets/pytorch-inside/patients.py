import torch
from examine import examine
from torch import nn

from backprop import Network, datasets


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

models = {
    "healthy": network(nn.Identity()),
    "dead": network(nn.Identity(), shift=-10),
    "leaking": network(Centred()),
    "first layer frozen": network(nn.Identity()),
}
models["first layer frozen"][1].requires_grad_(False)
usual = []
for name, model in models.items():
    sgd = torch.optim.SGD(model.parameters(), lr=0.1)
    found = examine(model, nn.CrossEntropyLoss(), samples, labels, sgd)
    # --8<-- [start:shown]
    for line in (name, *(f"  {numbers}" for numbers in found if numbers not in usual)):
        print(line)
        #> healthy
        #>   answers (300, 3), targets (300,)
        #>   cost 1.19, if all answers are 0: 1.10
        #>   1.weight: gradient 1e-01, step / weights 2e-03
        #>   3.weight: gradient 4e-01, step / weights 6e-03
        #>   5.weight: gradient 3e-01, step / weights 1e-02
        #>   ReLUs never on: 0% 5%
        #>   first answer, asked again: changed by 0.000
        #>   first answer, in other company: changed by 0.000
        #> dead
        #>   cost 1.10, if all answers are 0: 1.10
        #>   1.weight: gradient 0e+00, step / weights 0e+00
        #>   3.weight: gradient 0e+00, step / weights 0e+00
        #>   5.weight: gradient 0e+00, step / weights 0e+00
        #>   ReLUs never on: 100% 100%
        #> leaking
        #>   first answer, in other company: changed by 0.407
        #> first layer frozen
        #>   frozen: 1.weight 1.bias
    # --8<-- [end:shown]
    usual = usual or found  # of the others, only what is not as in the healthy one
