import numpy as np
import torch
from torch import nn

from backprop import (
    Activation,
    Conv2d,
    Dense,
    Flatten,
    MaxPool2d,
    Model,
    accuracy,
    datasets,
    train,
)

x, y, x_new, y_new = datasets.split(*datasets.digits())
x, y, x_new = x[:, :300].reshape(1, 8, 8, -1), y[:, :300], x_new.reshape(1, 8, 8, -1)

layers = [Conv2d(1, 9, 3, rng=0), Activation("relu"), MaxPool2d(2)]
layers += [Flatten(), Dense(81, 10, rng=1)]
ours = Model(layers, "softmax", "cross_entropy")
theirs = nn.Sequential(
    nn.Conv2d(1, 9, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(81, 10)
).double()
pairs = list(zip(ours.body.parameters, theirs.parameters(), strict=True))
with torch.no_grad():
    for name, p in pairs:
        p[:] = torch.tensor(ours.body.parameters[name]).reshape(p.shape)

train(ours, x, y, epochs=100, eta=0.3, batch_size=None)
images, labels = torch.tensor(x.transpose(3, 0, 1, 2)), torch.tensor(y.argmax(axis=0))
step = torch.optim.SGD(theirs.parameters(), lr=0.3)
for _ in range(100):
    step.zero_grad()
    nn.functional.cross_entropy(theirs(images), labels).backward()
    step.step()

ends = [(ours.body.parameters[name].ravel(), p.detach().ravel()) for name, p in pairs]
largest = max(np.abs(one - other.numpy()).max() for one, other in ends)
count = sum(p.numel() for p in theirs.parameters())
print(f"all {count} parameters within 1e-9 of each other: {largest < 1e-9}")
#> all 910 parameters within 1e-9 of each other: True
print(f"ours on new images     {accuracy(ours, x_new, y_new):.2f}")
#> ours on new images     0.93


def read(images):
    with torch.no_grad():
        found = theirs(torch.tensor(images)).argmax(dim=1).numpy()
    return (found == y_new.argmax(axis=0)).mean()


print(f"theirs, axes moved     {read(x_new.transpose(3, 0, 1, 2)):.2f}")
#> theirs, axes moved     0.93
print(f"theirs, only reshaped  {read(x_new.reshape(-1, 1, 8, 8)):.2f}")
#> theirs, only reshaped  0.09
