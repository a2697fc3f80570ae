import numpy as np

from backprop import Network, tanh_prime

steps = {
    "right": {},
    "dA @ g'(Z)": {"slope": np.matmul},
    "W.T * dZ": {"back": lambda W, dZ: W.T * dZ},
    "W @ dZ": {"back": lambda W, dZ: W @ dZ},
    "dZ * A.T": {"outer": lambda dZ, A: dZ * A.T},
    "dZ @ A": {"outer": np.matmul},
}


def gradients(net, X, Y, slope=np.multiply, back=None, outer=None):
    back = back or (lambda W, dZ: W.T @ dZ)
    outer = outer or (lambda dZ, A: dZ @ A.T)
    weights = dict(enumerate(net.weights, start=2))
    zs, A = net.forward_pass(X)
    dZ = (A[len(net.sizes)] - Y) / X.shape[1]
    dW = []
    for layer in range(len(net.sizes), 1, -1):
        dW.insert(0, outer(dZ, A[layer - 1]))
        if layer > 2:
            dA = back(weights[layer], dZ)
            dZ = slope(dA, tanh_prime(zs[layer - 1]))
    return dW


rng = np.random.default_rng(0)
options = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
print("            3-4-2-1, m = 5   3-3-3-3, m = 3")
#>             3-4-2-1, m = 5   3-3-3-3, m = 3
for name, step in steps.items():
    verdicts = []
    for sizes, m in [([3, 4, 2, 1], 5), ([3, 3, 3, 3], 3)]:
        net = Network(sizes, **options)
        X = rng.normal(size=(3, m))
        Y = rng.integers(0, 2, size=(sizes[-1], m))
        _, right = net.backprop(X, Y)
        try:
            dW = gradients(net, X, Y, **step)
            same = all(map(np.allclose, dW, right))
            verdicts.append("ok" if same else "wrong")
        except ValueError:
            verdicts.append("ValueError")
    print(f"{name:11} {verdicts[0]:16} {verdicts[1]}")
    #> right       ok               ok
    #> dA @ g'(Z)  ValueError       wrong
    #> W.T * dZ    ValueError       wrong
    #> W @ dZ      ValueError       wrong
    #> dZ * A.T    ValueError       wrong
    #> dZ @ A      ValueError       wrong
