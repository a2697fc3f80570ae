from network import net, six, wanted, x_new, y_new

true = y_new.argmax(axis=0)
before = net.feedforward(x_new).argmax(axis=0) == true

nabla_b, nabla_w = net.backprop(six, wanted)  # what this one image wishes, reversed
knobs, best = net.weights[1], nabla_w[1].argmin()
knobs.flat[best] += 1  # one knob alone, and back
print(f"with the best knob alone: {100 * net.feedforward(six)[6, 0]:.0f} percent")
#> with the best knob alone: 3 percent
knobs.flat[best] -= 1

eta = 0.1  # how far
net.weights = [w - eta * g for w, g in zip(net.weights, nabla_w, strict=True)]
net.biases = [b - eta * g for b, g in zip(net.biases, nabla_b, strict=True)]

after = net.feedforward(x_new).argmax(axis=0) == true
shares = 100 * net.feedforward(six)[:, 0]
print(f"share of the 6: {shares[6]:.0f} percent, of the 1: {shares[1]:.0f} percent")
#> share of the 6: 88 percent, of the 1: 9 percent
print(f"read rightly: {before.sum()} of {true.size} before, {after.sum()} after")
#> read rightly: 433 of 449 before, 424 after
print(f"gained {(after & ~before).sum()}, lost {(before & ~after).sum()}")
#> gained 7, lost 16
