import numpy as np

from backprop import Network, datasets

x, y = datasets.spirals()
options = {"output": "softmax", "cost": "cross_entropy", "init": "he"}

print("              off  cost      off  cost")
#>               off  cost      off  cost
for hidden in ["relu", "leaky_relu", "silu", "gelu"]:
    net = Network([2, 30, 3], hidden=hidden, rng=0, **options)
    net.biases = [np.full((30, 1), -3), np.zeros((3, 1))]
    report = []
    for step in range(501):
        if step in [0, 500]:
            zs, _ = net.forward_pass(x)
            off = (zs[2] <= 0).all(axis=1).mean()
            report.append(f"{off:.2f}  {net.cost(x, y):.2f}")
        nabla_b, nabla_w = net.backprop(x, y)
        for w, g in zip(net.weights, nabla_w, strict=True):
            w -= g
        for b, g in zip(net.biases, nabla_b, strict=True):
            b -= g
    print(f"{hidden:12}", "    ".join(report))
    #> relu         1.00  1.10    1.00  1.10
    #> leaky_relu   1.00  1.10    1.00  1.05
    #> silu         1.00  1.08    0.83  0.44
    #> gelu         1.00  1.09    0.77  0.39
