import numpy as np

from backprop import Network, check_gradient


def copy_and_zero(dA, Z, A):
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] = 0
    return dZ


versions = {
    "copy, then zero": copy_and_zero,
    "dA*(Z>0)": lambda dA, Z, A: dA * (Z > 0),
    "dA*(A>0)": lambda dA, Z, A: dA * (A > 0),
    "dA*(Z>=0)": lambda dA, Z, A: dA * (Z >= 0),
    "dA*(A>=0)": lambda dA, Z, A: dA * (A >= 0),
    "dA*Z": lambda dA, Z, A: dA * Z,
    "dA*A": lambda dA, Z, A: dA * A,
    "Z>0": lambda dA, Z, A: (Z > 0) * 1.0,
    "dA*(dA>0)": lambda dA, Z, A: dA * (dA > 0),
}


class Deep(Network):
    def backprop(self, x, y):
        weights = dict(enumerate(self.weights, start=2))
        zs, a = self.forward_pass(x)
        last, nabla_b, nabla_w = len(self.sizes), [], []
        for layer in range(last, 1, -1):
            if layer == last:
                dZ = (a[layer] - y) / x.shape[1]
            else:
                dA = weights[layer + 1].T @ dZ
                dZ = self.relu_backward(dA, zs[layer], a[layer])
            nabla_b.insert(0, dZ.sum(axis=1, keepdims=True))
            nabla_w.insert(0, dZ @ a[layer - 1].T)
        return nabla_b, nabla_w


rng = np.random.default_rng(1)
x = rng.normal(size=(4, 30))
y = (x[:1] * x[1:2] > 0) * 1.0
options = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
for name, version in versions.items():
    net = Deep([4, 6, 5, 1], rng=1, **options)
    net.relu_backward = version
    error = check_gradient(net, x, y)
    verdict = "right" if error < 1e-6 else f"wrong  {error:.2f}"
    print(f"{name:16} {verdict}")
    #> copy, then zero  right
    #> dA*(Z>0)         right
    #> dA*(A>0)         right
    #> dA*(Z>=0)        right
    #> dA*(A>=0)        wrong  1.92
    #> dA*Z             wrong  1.83
    #> dA*A             wrong  1.97
    #> Z>0              wrong  1.04
    #> dA*(dA>0)        wrong  1.69
