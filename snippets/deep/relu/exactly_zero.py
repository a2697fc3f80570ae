import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
x = rng.normal(size=(2, 1000))
net = Network([2, 3, 3, 3, 1], hidden="relu", init="he", rng=0)


def zeros(net):
    zs, _ = net.forward_pass(x)
    return [f"{(zs[layer] == 0).sum()} of {zs[layer].size}" for layer in (2, 3, 4)]


print("biases 0   ", *zeros(net), sep="  ")
#> biases 0     0 of 3000  0 of 3000  1947 of 3000
net.biases = [np.full_like(b, 0.01) for b in net.biases]
print("biases 0.01", *zeros(net), sep="  ")
#> biases 0.01  0 of 3000  0 of 3000  0 of 3000
