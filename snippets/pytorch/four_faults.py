import torch
from torch import nn

from backprop import datasets

torch.set_num_threads(1)  # so small a network is quicker with one
torch.manual_seed(0)
parts = [torch.tensor(part.T) for part in datasets.split(*datasets.digits())]
x, y, x_new, y_new = (part.split(32) for part in parts)  # batches of 32
layers = nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10), nn.Softmax(dim=1)
model = nn.Sequential(*layers).double()
sgd = torch.optim.SGD(model.parameters(), lr=5)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(sgd, T_max=10)  # ten epochs

for epoch in range(1, 11):
    total, longest, right = 0.0, 0.0, 0.0
    for images, labels in zip(x, y, strict=True):
        before = model[0].weight.detach().clone()
        sgd.zero_grad()
        cost = nn.functional.cross_entropy(model(images), labels.argmax(dim=1))
        cost.backward()
        sgd.step()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm=0.1)
        schedule.step()
        total += cost.item() * len(images)
        longest = max(longest, (model[0].weight - before).norm().item())
    with torch.no_grad():
        for images, labels in zip(x_new, y_new, strict=True):
            found = model(images).argmax(dim=1) == labels.argmax(dim=1)
            right += found.double().mean().item()
    means = f"cost {total / len(parts[0]):.2f}, accuracy {right / len(x_new):.4f}"
    rate = schedule.get_last_lr()[0]
    print(f"{epoch:2}: {means}, rate {rate:.2f}, longest step {longest:.2f}")
    #>  1: cost 2.23, accuracy 0.3667, rate 3.97, longest step 1.27
    #>  2: cost 1.95, accuracy 0.6562, rate 1.73, longest step 2.16
    #>  3: cost 1.71, accuracy 0.8229, rate 0.12, longest step 1.88
    #>  4: cost 1.64, accuracy 0.8313, rate 0.48, longest step 1.71
    #>  5: cost 1.61, accuracy 0.8229, rate 2.50, longest step 1.30
    #>  6: cost 1.60, accuracy 0.8229, rate 4.52, longest step 1.95
    #>  7: cost 1.57, accuracy 0.7229, rate 4.88, longest step 2.04
    #>  8: cost 1.53, accuracy 0.8375, rate 3.27, longest step 1.23
    #>  9: cost 1.53, accuracy 0.8896, rate 1.03, longest step 1.67
    #> 10: cost 1.52, accuracy 0.9396, rate 0.00, longest step 1.38
