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

# --8<-- [start:patients]
models = {
    "healthy": network(),
    "dead": network(shift=-10),
    "leaking": network(Centred()),
    "first layer frozen": network(),
}
for name, model in models.items():
    sgd = torch.optim.SGD(model.parameters(), lr=0.1)
    if name == "first layer frozen":
        model[0].requires_grad_(False)
    found = examine(model, nn.CrossEntropyLoss(), samples, labels, sgd)
    for line in (name, *(f"  {numbers}" for numbers in found)):
        print(line)
        #> healthy
        #>   answers (300, 3), targets (300,)
        #>   cost 1.19, if all answers are 0: 1.10
        #>   0.weight: gradient 1e-01, step / weights 2e-03
        #>   2.weight: gradient 4e-01, step / weights 6e-03
        #>   4.weight: gradient 3e-01, step / weights 1e-02
        #>   ReLUs never on: 0% 5%
        #>   first answer, asked again: changed by 0.000
        #>   first answer, in other company: changed by 0.000
        #> dead
        #>   answers (300, 3), targets (300,)
        #>   cost 1.10, if all answers are 0: 1.10
        #>   0.weight: gradient 0e+00, step / weights 0e+00
        #>   2.weight: gradient 0e+00, step / weights 0e+00
        #>   4.weight: gradient 0e+00, step / weights 0e+00
        #>   ReLUs never on: 100% 100%
        #>   first answer, asked again: changed by 0.000
        #>   first answer, in other company: changed by 0.000
        #> leaking
        #>   answers (300, 3), targets (300,)
        #>   cost 1.19, if all answers are 0: 1.10
        #>   1.weight: gradient 1e-01, step / weights 2e-03
        #>   3.weight: gradient 4e-01, step / weights 6e-03
        #>   5.weight: gradient 3e-01, step / weights 1e-02
        #>   ReLUs never on: 0% 5%
        #>   first answer, asked again: changed by 0.000
        #>   first answer, in other company: changed by 0.407
        #> first layer frozen
        #>   answers (300, 3), targets (300,)
        #>   cost 1.19, if all answers are 0: 1.10
        #>   2.weight: gradient 4e-01, step / weights 6e-03
        #>   4.weight: gradient 3e-01, step / weights 1e-02
        #>   frozen: 0.weight 0.bias
        #>   ReLUs never on: 0% 5%
        #>   first answer, asked again: changed by 0.000
        #>   first answer, in other company: changed by 0.000
# --8<-- [end:patients]
