import numpy as np

from backprop import Network, datasets, train

x, y = datasets.spirals(m=150)
options = {"output": "softmax", "cost": "cross_entropy", "init": "he"}
how = {"eta": 1.0, "batch_size": None, "progress": False}

print("              off  cost      off  cost      off  cost")
#>               off  cost      off  cost      off  cost
for hidden in ["relu", "leaky_relu", "silu", "gelu"]:
    net = Network([2, 30, 3], hidden=hidden, rng=0, **options)
    net.biases = [np.full((30, 1), -3.0), np.zeros((3, 1))]
    report, done = [], 0
    for steps in [0, 500, 2000]:
        if steps:
            train(net, x, y, epochs=steps - done, **how)
        done = steps
        zs, _ = net.forward_pass(x)
        off = (zs[2] <= 0).all(axis=1).mean()
        report.append(f"{off:.2f}  {net.cost(x, y):.2f}")
    print(f"{hidden:12}", "    ".join(report))
    #> relu         1.00  1.10    1.00  1.10    1.00  1.10
    #> leaky_relu   1.00  1.10    1.00  1.06    0.90  0.67
    #> silu         1.00  1.08    0.90  0.52    0.53  0.11
    #> gelu         1.00  1.09    0.83  0.52    0.30  0.09
