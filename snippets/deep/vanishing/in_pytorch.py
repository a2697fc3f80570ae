import math

import numpy as np
import torch
from diverges import fresh, x, y
from torch import nn

net = fresh(seed=0)
layers = []
for w in net.weights:
    layer = nn.Linear(w.shape[1], w.shape[0]).double()
    layer.weight.data = torch.tensor(w)
    layer.bias.data.zero_()
    layers += [layer, nn.ReLU()]
model = nn.Sequential(*layers[:-1])  # CrossEntropyLoss contains the softmax

answers, labels = model(torch.tensor(x.T)), torch.tensor(y.argmax(axis=0))
nn.CrossEntropyLoss()(answers, labels).backward()
_, nabla_w = net.backprop(x, y)
for layer, ours in zip(model[::2], nabla_w, strict=True):
    same = np.allclose(layer.weight.grad.numpy(), ours)
    norm, shape = layer.weight.grad.norm(), tuple(ours.shape)
    print(f"{shape!s:8}  norm {norm:3.0f}  as ours: {same}")
    #> (32, 2)   norm  37  as ours: True
    #> (32, 32)  norm 199  as ours: True
    #> (32, 32)  norm 194  as ours: True
    #> (32, 32)  norm 193  as ours: True
    #> (32, 32)  norm 146  as ours: True
    #> (32, 32)  norm 159  as ours: True
    #> (32, 32)  norm 128  as ours: True
    #> (32, 32)  norm 134  as ours: True
    #> (3, 32)   norm 169  as ours: True
for limit in [10, math.inf]:
    norm = nn.utils.clip_grad_norm_(model.parameters(), limit)
    print(f"limit {limit}: the norm was {norm:.0f}")
    #> limit 10: the norm was 478
    #> limit inf: the norm was 10
