import numpy as np

from backprop import Network, datasets, train

x, y, x_new, y_new = datasets.split(*datasets.digits())
settings = {"output": "softmax", "cost": "cross_entropy", "init": "nielsen"}
net = Network([64, 32, 10], **settings, rng=0)
train(net, x, y, epochs=20, eta=1.0, batch_size=32)
six, wanted = x_new[:, [152]], y_new[:, [152]]  # the 6 of the first page

W2, W3 = net.weights
_, A = net.forward_pass(six)
dA1 = W2.T @ ((W3.T @ (A[3] - wanted)) * A[2] * (1 - A[2]))
for most in [0, 0.1, 0.2, 0.3]:  # how much one square may change, of 1
    moved = six - most * dA1 / np.abs(dA1).max()
    print(f"{most}: {net.feedforward(moved)[6, 0]:.2f}")
    #> 0: 0.01
    #> 0.1: 0.11
    #> 0.2: 0.54
    #> 0.3: 0.90
