import numpy as np

from backprop import Network, datasets

x, y = datasets.spirals()


def share_of_dead(net):
    zs, _ = net.forward_pass(x)
    dead = [(zs[layer] <= 0).all(axis=1) for layer in (2, 3)]
    return np.concatenate(dead).mean()


print("step ", "    0     1     2     5    10    20    50")
#> step      0     1     2     5    10    20    50
options = {"output": "softmax", "cost": "cross_entropy", "init": "he"}
for eta in [0.3, 3, 10]:
    net = Network([2, 30, 30, 3], hidden="relu", rng=0, **options)
    shares = []
    for step in range(51):
        if step in [0, 1, 2, 5, 10, 20, 50]:
            shares.append(f"{share_of_dead(net):.2f}")
        nabla_b, nabla_w = net.backprop(x, y)
        for w, g in zip(net.weights, nabla_w, strict=True):
            w -= eta * g
        for b, g in zip(net.biases, nabla_b, strict=True):
            b -= eta * g
    print(f"{eta:5} ", "  ".join(shares))
    #>   0.3  0.07  0.05  0.03  0.07  0.07  0.08  0.08
    #>     3  0.07  0.20  0.27  0.23  0.52  0.53  0.55
    #>    10  0.07  0.30  0.63  0.97  1.00  1.00  1.00
