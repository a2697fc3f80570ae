import numpy as np

from backprop import Network, Tensor

rng = np.random.default_rng(0)
X = rng.normal(size=(3, 5))
Y = np.array([[1, 0, 1, 1, 0]])
settings = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
net = Network([3, 4, 4, 1], **settings, rng=0)
W2, W3, W4 = (Tensor(w) for w in net.weights)
b2, b3, b4 = (Tensor(b) for b in net.biases)

# --8<-- [start:shown]
A2 = (W2 @ X + b2).tanh()
A3 = (W3 @ A2 + b3).tanh() + A2
A4 = (W4 @ A3 + b4).sigmoid()
cost = -(Y * A4.log() + (1 - Y) * (1 - A4).log()).mean()
cost.backward()
print(f"cost {cost.data:.4f}, first derivative {W2.grad[0, 0]:.4f}")
#> cost 0.7576, first derivative 0.0389
# --8<-- [end:shown]
