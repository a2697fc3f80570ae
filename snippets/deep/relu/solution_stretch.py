import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
x, y = rng.normal(size=(3, 5)), rng.normal(size=(2, 5))
net = Network([3, 4, 2], hidden="relu", output="identity", init="he")
before = net.feedforward(x)
_, nabla_before = net.backprop(x, y)
W2, W3 = net.weights
net.weights = [10 * W2, W3 / 10]
print(np.allclose(net.feedforward(x), before))
#> True

_, nabla_after = net.backprop(x, y)
for factor, old, new in zip([0.1, 10], nabla_before, nabla_after, strict=True):
    print(factor, np.allclose(new, factor * old))
    #> 0.1 True
    #> 10 True
