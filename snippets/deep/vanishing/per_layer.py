import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
x, y = rng.normal(size=(50, 100)), np.eye(5)[:, np.arange(100) % 5]
outside = {"output": "softmax", "cost": "cross_entropy", "rng": 1}
print("         small  xavier      he  normal")
#>          small  xavier      he  normal
for hidden in ["sigmoid", "tanh", "relu"]:
    factors = []
    for init in ["small", "xavier", "he", "normal"]:
        net = Network([50] * 21 + [5], hidden=hidden, init=init, **outside)
        _, nabla_w = net.backprop(x, y)
        norms = [np.linalg.norm(gradient) for gradient in nabla_w]
        factors.append((norms[0] / norms[-1]) ** (1 / 20))
    print(f"{hidden:7}", *(f"{factor:7.2f}" for factor in factors))
    #> sigmoid    0.02    0.23    0.30    0.77
    #> tanh       1.01    1.02    1.05    1.95
    #> relu       1.08    1.10    0.98    0.95
