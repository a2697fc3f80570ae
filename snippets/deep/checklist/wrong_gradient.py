import numpy as np

from backprop import Network, check_gradient, datasets, worst_entry

x, y = datasets.spirals(m=12)


class Wrong(Network):
    def backprop(self, x, y):
        nabla_b, nabla_w = super().backprop(x, y)
        nabla_b[0] = np.zeros_like(nabla_b[0])
        return nabla_b, nabla_w


for kind in Network, Wrong:
    net = kind([2, 5, 4, 3], hidden="tanh", output="softmax")
    print(kind.__name__, "passes:", check_gradient(net, x, y) < 1e-6)
    #> Network passes: True
    #> Wrong passes: False
entry = worst_entry(net, x, y)
print("worst in the", entry.name, "of layer", entry.layer)
#> worst in the biases of layer 2
