import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
x = rng.normal(size=(20, 500))
net = Network([20, 40, 40, 1], hidden="relu", init="he", rng=0)
zs, _ = net.forward_pass(x)
for layer in [2, 3]:
    print(f"layer {layer}: {(zs[layer] > 0).mean():.2f}")
    #> layer 2: 0.50
    #> layer 3: 0.45
