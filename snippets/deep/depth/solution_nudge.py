import numpy as np
from tents import folding

x = np.arange(4097)[None] / 4096
net = folding(5)
before = net.feedforward(x)
rng = np.random.default_rng(0)
moved = []
for k, w in enumerate(net.weights):
    changed = folding(5)
    changed.weights[k] = w * 1.01
    moved.append(np.abs(changed.feedforward(x) - before).max())
print([f"{size:.2f}" for size in moved])
#> ['0.32', '0.16', '0.08', '0.04', '0.02', '0.01']
