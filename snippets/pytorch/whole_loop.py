from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from backprop import datasets

torch.manual_seed(0)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def loader(x, y, shuffle):
    images = torch.tensor(x.T, dtype=torch.float32)  # a row a sample, 32 bits
    labels = torch.tensor(y.argmax(axis=0))  # which digit, not a one in a column
    return DataLoader(TensorDataset(images, labels), batch_size=32, shuffle=shuffle)


def network():
    layers = [nn.Linear(64, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 10)]
    return nn.Sequential(*layers).to(device)


def train_epoch(model, batches, cross_entropy, optimiser):
    model.train()
    total = 0.0
    for images, labels in batches:
        images, labels = images.to(device), labels.to(device)
        optimiser.zero_grad()
        cost = cross_entropy(model(images), labels)
        cost.backward()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm=1)
        optimiser.step()
        total += cost.detach() * len(labels)  # without its past
    return total.item() / len(batches.dataset)  # the only number to be waited for


def accuracy(model, batches):
    model.eval()
    right = 0
    with torch.no_grad():
        for images, labels in batches:
            images, labels = images.to(device), labels.to(device)
            right += (model(images).argmax(dim=1) == labels).sum()
    return right.item() / len(batches.dataset)


x, y, x_new, y_new = datasets.split(*datasets.digits())
batches = loader(x, y, shuffle=True)
new_batches = loader(x_new, y_new, shuffle=False)
sizes = [len(labels) for _, labels in batches]
print(len(sizes), "batches: the first of", sizes[0], "digits, the last of", sizes[-1])
#> 43 batches: the first of 32 digits, the last of 4

model = network()
optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, T_max=10)
costs = []
for _ in range(10):
    costs.append(train_epoch(model, batches, nn.CrossEntropyLoss(), optimiser))
    schedule.step()
print("the cost is down to a fifth or less:", costs[-1] < costs[0] / 5)
#> the cost is down to a fifth or less: True
print("the rate has come down:", schedule.get_last_lr()[0] < 1e-6)
#> the rate has come down: True
print("accuracy on new digits above 0.9:", accuracy(model, new_batches) > 0.9)
#> accuracy on new digits above 0.9: True

with TemporaryDirectory() as folder:  # a program of your own keeps the file
    file = Path(folder) / "digits.pt"
    torch.save(model.state_dict(), file)
    again = network()  # the file has the numbers, and not the layers
    again.load_state_dict(torch.load(file, map_location=device, weights_only=True))
print(list(again.state_dict()))
#> ['0.weight', '0.bias', '3.weight', '3.bias']
print(accuracy(again, new_batches) == accuracy(model, new_batches))
#> True
