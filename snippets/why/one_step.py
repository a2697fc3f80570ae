import numpy as np

from network import net, six, wanted, x_new, y_new

true = y_new.argmax(axis=0)
before = net.feedforward(x_new).argmax(axis=0) == true
nabla_b, nabla_w = net.backprop(six, wanted)  # a wish is minus a gradient
eta = 0.1  # how far
net.weights = [w - eta * g for w, g in zip(net.weights, nabla_w, strict=True)]
net.biases = [b - eta * g for b, g in zip(net.biases, nabla_b, strict=True)]

after = net.feedforward(x_new).argmax(axis=0) == true
shares = 100 * net.feedforward(six)[:, 0]
print(f"share of the 6: {shares[6]:.0f} percent, of the 1: {shares[1]:.0f} percent")
#> share of the 6: 88 percent, of the 1: 9 percent
furthest = eta * max(np.abs(nabla).max() for nabla in nabla_w + nabla_b)
print(f"the knob that moved furthest moved by {furthest:.3f}")
#> the knob that moved furthest moved by 0.099
print(f"read correctly: {before.sum()} of {true.size} before, {after.sum()} after")
#> read correctly: 433 of 449 before, 424 after
print(f"gained {(after & ~before).sum()}, lost {(before & ~after).sum()}")
#> gained 7, lost 16
