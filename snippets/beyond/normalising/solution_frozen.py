import numpy as np

x = np.array([2, 4, 4, 4, 5, 5, 7, 9])
gamma = 3


def first(x, mean, deviation):
    return gamma * (x[0] - mean) / deviation


h = 1e-6
frozen, training = [], []
for i in range(8):
    up, down = x + h * (np.arange(8) == i), x - h * (np.arange(8) == i)
    frozen.append((first(up, 5, 2) - first(down, 5, 2)) / (2 * h))
    ends = [first(z, z.mean(), z.std()) for z in [up, down]]
    training.append((ends[0] - ends[1]) / (2 * h))
print(f"frozen:   to itself {frozen[0]:.4f}, sum of all {sum(frozen):.4f}")
#> frozen:   to itself 1.5000, sum of all 1.5000
none = abs(sum(training)) < 1e-6
print(f"training: to itself {training[0]:.4f}, sum of all 0: {none}")
#> training: to itself 0.8906, sum of all 0: True
