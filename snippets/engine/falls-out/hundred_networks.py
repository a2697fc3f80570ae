import numpy as np

from backprop import Network, Tensor


def agree(seed):
    rng = np.random.default_rng(seed)
    sizes = [int(n) for n in rng.integers(2, 9, size=rng.integers(3, 7))]
    hidden = str(rng.choice(["sigmoid", "tanh", "relu"]))
    options = {"output": "softmax", "cost": "cross_entropy", "init": "xavier"}
    net = Network(sizes, hidden=hidden, rng=rng, **options)
    x = rng.normal(size=(sizes[0], 7))
    y = np.eye(sizes[-1])[:, rng.integers(sizes[-1], size=7)]

    weights, biases = [[Tensor(p) for p in ps] for ps in (net.weights, net.biases)]
    a = x
    for w, b in zip(weights, biases, strict=True):
        z = w @ a + b
        a = getattr(z, hidden)()
    z.softmax_cross_entropy(y).mean().backward()

    nabla_b, nabla_w = net.backprop(x, y)
    return all(
        np.allclose(p.grad, nabla, rtol=1e-11, atol=1e-14)
        for p, nabla in zip(weights + biases, nabla_w + nabla_b, strict=True)
    )


# --8<-- [start:shown]
print(sum(agree(seed) for seed in range(100)), "of 100 networks")
#> 100 of 100 networks
# --8<-- [end:shown]
