import numpy as np

from backprop import Network


class Leaking(Network):
    def backprop(self, x, y):
        _, W3, W4 = self.weights
        _, a = self.forward_pass(x)
        delta4 = (a[4] - y) / x.shape[1]
        delta3 = (W4.T @ delta4) * self.gate(a[3])
        delta2 = (W3.T @ delta3) * self.gate(a[2])
        deltas = [delta2, delta3, delta4]
        nabla_b = [delta.sum(axis=1, keepdims=True) for delta in deltas]
        nabla_w = [deltas[i] @ a[i + 1].T for i in range(3)]
        return nabla_b, nabla_w


rng = np.random.default_rng(1)
x = rng.normal(size=(4, 30))
y = (x[:1] * x[1:2] > 0) * 1.0
options = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
gates = {"A > 0 ": lambda a: a > 0, "A >= 0": lambda a: a >= 0}
for name, gate in gates.items():
    net = Leaking([4, 6, 5, 1], rng=1, **options)
    net.gate = gate
    before = net.cost(x, y)
    for _ in range(300):
        nabla_b, nabla_w = net.backprop(x, y)
        for w, g in zip(net.weights, nabla_w, strict=True):
            w -= 0.3 * g
        for b, g in zip(net.biases, nabla_b, strict=True):
            b -= 0.3 * g
    print(f"{name}  {before:.2f}  {net.cost(x, y):.2f}")
    #> A > 0   0.84  0.29
    #> A >= 0  0.84  0.55
