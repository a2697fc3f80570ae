import numpy as np

from backprop import SGD, Momentum, Nesterov

curvature = np.array([1, 25])


def steps(optimiser, eta):
    w = np.array([10, 1], dtype=float)
    count = 0
    while abs(w).max() >= 0.01:
        optimiser.step(w, curvature * w, eta)
        count = count + 1
    return count


print("gradient descent:", steps(SGD(), 1 / 13))
#> gradient descent: 87
print("momentum:        ", steps(Momentum(4 / 9), 1 / 9))
#> momentum:         23
print("Nesterov:        ", steps(Nesterov(2 / 3), 1 / 25))
#> Nesterov:         41
