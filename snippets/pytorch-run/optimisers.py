import numpy as np
import torch
from torch import optim

from backprop import SGD, Adam, AdamW, Momentum, Nesterov, RMSProp

rng = np.random.default_rng(0)
gradients = rng.normal(size=(50, 8))  # fifty steps of eight parameters
start = rng.normal(size=8)

PAIRS = [
    (SGD(), lambda w: optim.SGD(w, lr=0.01)),
    (Momentum(beta=0.9), lambda w: optim.SGD(w, lr=0.01, momentum=0.9)),
    (Nesterov(beta=0.9), lambda w: optim.SGD(w, lr=0.01, momentum=0.9, nesterov=True)),
    (RMSProp(beta=0.9), lambda w: optim.RMSprop(w, lr=0.01, alpha=0.9)),
    (Adam(), lambda w: optim.Adam(w, lr=0.01)),
    (AdamW(decay=0.1), lambda w: optim.AdamW(w, lr=0.01, weight_decay=0.1)),
]
for optimiser, make in PAIRS:
    ours = start.copy()
    theirs = torch.tensor(start, requires_grad=True)
    torch_optimiser = make([theirs])
    for gradient in gradients:
        optimiser.step(ours, gradient, eta=0.01)
        theirs.grad = torch.tensor(gradient)
        torch_optimiser.step()
    difference = abs(ours - theirs.detach().numpy()).max()
    print(f"{type(optimiser).__name__:9} below 1e-12: {difference < 1e-12}")
    #> SGD       below 1e-12: True
    #> Momentum  below 1e-12: True
    #> Nesterov  below 1e-12: True
    #> RMSProp   below 1e-12: True
    #> Adam      below 1e-12: True
    #> AdamW     below 1e-12: True

print("RMSprop alpha:", optim.RMSprop([theirs]).defaults["alpha"])
#> RMSprop alpha: 0.99
for kind in optim.Adam, optim.AdamW:
    print(kind.__name__, "weight decay:", kind([theirs]).defaults["weight_decay"])
    #> Adam weight decay: 0
    #> AdamW weight decay: 0.01
