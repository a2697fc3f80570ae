import torch
from torch import nn

torch.manual_seed(0)
hidden = [layer for _ in range(4) for layer in (nn.Linear(50, 50), nn.Sigmoid())]
model = nn.Sequential(*hidden, nn.Linear(50, 10)).double()
kept = []


def keep(layer, inputs, z):
    z.retain_grad()
    kept.append(z)


hooks = [
    layer.register_forward_hook(keep) for layer in model if isinstance(layer, nn.Linear)
]
x, labels = torch.randn(20, 50).double(), torch.arange(20) % 10
nn.CrossEntropyLoss()(model(x), labels).backward()
for number, z in enumerate(kept, start=2):
    print(f"size of the errors in layer {number}: {z.grad.norm().item():.1e}")
    #> size of the errors in layer 2: 8.7e-05
    #> size of the errors in layer 3: 6.4e-04
    #> size of the errors in layer 4: 4.3e-03
    #> size of the errors in layer 5: 3.0e-02
    #> size of the errors in layer 6: 2.1e-01
for hook in hooks:
    hook.remove()
