import numpy as np

from network import net, x, y


def reported_loss(net):
    return np.mean((y - net.feedforward(x)) ** 2)  # no half


_, nabla_w = net.backprop(x, y)  # of the mean of half the squares
h = 1e-5
start = net.weights[1].copy()
for k in range(3):
    nudge = np.eye(1, 3, k) * h
    net.weights[1] = start + nudge
    up = reported_loss(net)
    net.weights[1] = start - nudge
    down = reported_loss(net)
    net.weights[1] = start
    print(f"{(up - down) / (2 * h) / nabla_w[1][0, k]:.4f}")
    #> 2.0000
    #> 2.0000
    #> 2.0000
