import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
x, y = rng.normal(size=(3, 5)), rng.normal(size=(2, 5))
net = Network([3, 4, 2], hidden="identity", output="identity", rng=0)
_, (right, _) = net.backprop(x, y)
(W2, W3), (b2, b3) = net.weights, net.biases
a2 = W2 @ x + b2
delta3 = (W3 @ a2 + b3 - y) / 5

for eta in [0.001, 0.1, 1]:
    stepped = W3 - eta * delta3 @ a2.T
    for name, matrix in [("BP2, then the step", W3), ("the step, then BP2", stepped)]:
        nabla = (matrix.T @ delta3) @ x.T
        error = np.abs(nabla - right).max() / np.abs(right).max()
        print(f"rate {eta:5}  {name}:  error {error:.4f}")
        #> rate 0.001  BP2, then the step:  error 0.0000
        #> rate 0.001  the step, then BP2:  error 0.0042
        #> rate   0.1  BP2, then the step:  error 0.0000
        #> rate   0.1  the step, then BP2:  error 0.4206
        #> rate     1  BP2, then the step:  error 0.0000
        #> rate     1  the step, then BP2:  error 4.2061
