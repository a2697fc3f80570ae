import numpy as np

from network import net, x_new, y_new


def read(changed):
    return (net.feedforward(changed).argmax(axis=0) == y_new.argmax(axis=0)).sum()


def slopes(i):
    nabla_b, _ = net.backprop(x_new[:, [i]], y_new[:, [i]])
    return net.weights[0].T @ nabla_b[0]


uphill = np.hstack([slopes(i) for i in range(x_new.shape[1])])
lot = np.random.default_rng(0).choice([-0.1, 0.1], size=x_new.shape)
print(f"answer {read(np.clip(x_new + 0.1 * np.sign(uphill), 0, 1))}")
#> answer 283
print(f"untouched {read(x_new)}")
#> untouched 433
print(f"by_lot {read(np.clip(x_new + lot, 0, 1))}")
#> by_lot 427
