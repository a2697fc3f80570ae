import numpy as np

from network import net, x, y

x, y = x[:, :3], y[:, :3]


def costs(b):
    net.biases = [net.biases[0], [[b]]]
    return ((y - net.feedforward(x)) ** 2 / 2).ravel()


h = 1e-5
up, down = costs(0.5 + h), costs(0.5 - h)
slopes = (up - down) / (2 * h)
mean = (np.mean(up) - np.mean(down)) / (2 * h)
median = (np.median(up) - np.median(down)) / (2 * h)
print(f"mean   {mean:.4f}, mean of the slopes   {np.mean(slopes):.4f}")
#> mean   0.0352, mean of the slopes   0.0352
print(f"median {median:.4f}, median of the slopes {np.median(slopes):.4f}")
#> median 0.1444, median of the slopes 0.0812
