import torch
from torch import nn

from backprop import datasets

torch.set_num_threads(1)  # so small a network is quicker with one
torch.set_printoptions(precision=2)
parts = [torch.tensor(part.T) for part in datasets.split(*datasets.digits())]
x, y, x_new, y_new = parts
cross_entropy = nn.CrossEntropyLoss()


def accuracy(model, images, answers):
    with torch.no_grad():
        found = model(images).argmax(dim=1) == answers.argmax(dim=1)
    return found.double().mean().item()


def trained(last, rate):
    """A reader of digits, after ten epochs."""
    torch.manual_seed(0)
    layers = nn.Linear(64, 32), nn.Sigmoid(), nn.Dropout(0.2), nn.Linear(32, 10)
    model = nn.Sequential(*layers, *last).double()
    sgd = torch.optim.SGD(model.parameters(), lr=rate)
    for _ in range(10):
        for batch in torch.randperm(len(x)).split(32):
            sgd.zero_grad()
            cross_entropy(model(x[batch]), y[batch]).backward()
            sgd.step()
    return model


def fitted(rate):
    """The costs of a line through five points, by 24 steps."""
    line = nn.Linear(1, 1).double()
    sgd = torch.optim.SGD(line.parameters(), lr=rate)
    xs = torch.tensor([[-2], [-1], [0], [1], [2]]).double() / 2**0.5
    nn.init.zeros_(line.weight)
    nn.init.zeros_(line.bias)
    costs = []
    for _ in range(24):
        cost = nn.functional.mse_loss(line(xs), xs)
        cost.backward()
        sgd.step()
        costs.append(cost.item())
    return costs


one = trained([], rate=1)
two = trained([nn.Softmax(dim=1)], rate=5).eval()
with torch.no_grad():
    cost_of_two = cross_entropy(two(x), y).item()
# --8<-- [start:printed]
for rate in 0.1, 0.025:
    costs = " ".join(f"{cost:.1f}" for cost in fitted(rate)[::2])
    print(f"first, rate {rate}: cost {costs}")
    #> first, rate 0.1: cost 1.0 0.2 0.2 1.0 0.6 0.0 0.7 1.0 0.2 0.2 1.0 0.6
    #> first, rate 0.025: cost 1.0 0.7 0.3 0.0 0.1 0.5 0.9 1.0 0.7 0.3 0.0 0.1
answers = ", ".join(f"{accuracy(one, x_new, y_new):.3f}" for _ in range(3))
print(f"second: accuracy on new digits, measured three times: {answers}")
#> second: accuracy on new digits, measured three times: 0.902, 0.904, 0.915
costs = f"cost {cost_of_two:.3f}"
print(f"third: {costs}, accuracy {accuracy(two, x, y):.3f}, on all training digits")
#> third: cost 1.528, accuracy 0.955, on all training digits
print("fourth: cost on new digits", cross_entropy(one.eval()(x_new), y_new))
#> fourth: cost on new digits tensor(0.21, dtype=torch.float64, grad_fn=<DivBackward1>)
# --8<-- [end:printed]
