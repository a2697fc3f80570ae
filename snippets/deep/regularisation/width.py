import numpy as np

from backprop import Network, accuracy, datasets, train

tumours = datasets.breast_cancer()
settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}

print("hidden units   parameters   all 8 believed in   the 80   others")
#> hidden units   parameters   all 8 believed in   the 80   others
for units in [2, 8, 32, 128]:
    right = []
    for split in range(5):
        x, y, x_test, y_test = datasets.split(*tumours, test=0.5, rng=split)
        x, y = x[:, :80], y[:, :80]
        x, x_test = datasets.standardise(x, x_test)
        y[:, :8] = 1 - y[:, :8]  # eight wrong findings
        net = Network([30, units, 1], **settings, rng=split)
        train(net, x, y, epochs=100, eta=0.1, rng=split)
        parts = [(x[:, :8], y[:, :8]), (x, y), (x_test, y_test)]
        shares = [accuracy(net, *part) for part in parts]
        right.append([shares[0] == 1, *shares[1:]])
    size = sum(array.size for array in net.weights + net.biases)
    believed = f"{np.sum(right, axis=0)[0]:.0f} of 5 splits"
    _, own, others = np.mean(right, axis=0)
    print(f"{units:12}   {size:10}   {believed:>17}   {own:6.0%}   {others:6.1%}")
    #>            2           65       1 of 5 splits      96%    86.5%
    #>            8          257       2 of 5 splits      99%    88.0%
    #>           32         1025       5 of 5 splits     100%    88.2%
    #>          128         4097       5 of 5 splits     100%    88.1%
