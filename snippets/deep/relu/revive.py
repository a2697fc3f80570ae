import numpy as np

from backprop import Network, datasets

x, y = datasets.spirals()
options = {"output": "softmax", "cost": "cross_entropy", "init": "he", "rng": 0}

print("              off  cost 0  cost 500   off")
#>               off  cost 0  cost 500   off
for hidden in ["relu", "leaky_relu", "silu", "gelu"]:
    net = Network([2, 30, 3], hidden=hidden, **options)
    net.biases = [np.full((30, 1), -3), np.zeros((3, 1))]
    report = []
    for step in range(501):
        if step in [0, 500]:
            zs, _ = net.forward_pass(x)
            off = (zs[2] <= 0).all(axis=1).mean()
            report.append((off, net.cost(x, y)))
        nabla_b, nabla_w = net.backprop(x, y)
        for w, g in zip(net.weights, nabla_w, strict=True):
            w -= g
        for b, g in zip(net.biases, nabla_b, strict=True):
            b -= g
    (off_0, cost_0), (off_1, cost_1) = report
    print(f"{hidden:12} {off_0:.2f}  {cost_0:.2f}    {cost_1:.2f}      {off_1:.2f}")
    #> relu         1.00  1.10    1.10      1.00
    #> leaky_relu   1.00  1.10    1.05      1.00
    #> silu         1.00  1.08    0.44      0.83
    #> gelu         1.00  1.09    0.39      0.77
