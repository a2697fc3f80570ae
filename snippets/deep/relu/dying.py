import numpy as np

from backprop import Network, datasets

x, y = datasets.spirals()


def share_of_dead(net):
    zs, _ = net.forward_pass(x)
    dead = [(zs[layer] <= 0).all(axis=1) for layer in (2, 3)]
    return np.concatenate(dead).mean()


options = {"output": "softmax", "cost": "cross_entropy", "init": "he"}


def shares_of_dead(eta, seed):
    net, shares = Network([2, 30, 30, 3], hidden="relu", rng=seed, **options), []
    for _ in range(51):
        shares.append(share_of_dead(net))
        nabla_b, nabla_w = net.backprop(x, y)
        for w, g in zip(net.weights, nabla_w, strict=True):
            w -= eta * g
        for b, g in zip(net.biases, nabla_b, strict=True):
            b -= eta * g
    return shares


print("step ", "    0     1     2     5    10    20    50   a quarter dead")
#> step      0     1     2     5    10    20    50   a quarter dead
for eta in [0.3, 3, 10]:
    starts = [shares_of_dead(eta, seed) for seed in range(5)]
    row = [f"{starts[0][step]:.2f}" for step in [0, 1, 2, 5, 10, 20, 50]]
    many = sum(shares[-1] > 0.25 for shares in starts)
    print(f"{eta:5} ", "  ".join(row), f"  {many} of 5 starts")
    #>   0.3  0.07  0.05  0.03  0.07  0.07  0.08  0.08   0 of 5 starts
    #>     3  0.07  0.20  0.27  0.23  0.52  0.53  0.55   5 of 5 starts
    #>    10  0.07  0.30  0.63  0.97  1.00  1.00  1.00   5 of 5 starts
