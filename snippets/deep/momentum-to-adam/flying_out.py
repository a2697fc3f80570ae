import numpy as np

from backprop import SGD, Adam, Momentum, Nesterov, RMSProp

curvature = np.array([1, 25])


def flies_out(optimiser, eta):
    w = np.array([10, 1], dtype=float)
    for _ in range(1000):
        optimiser.step(w, curvature * w, eta)
    return abs(w).max() > 1000


def limit(make, beta, eta):
    """Return the first of the factors 1, 1.05, 1.1, ... that is too much for eta."""
    percent = 100
    while not flies_out(make(beta) if beta else make(), eta * percent / 100):
        percent = percent + 5
    return percent / 100


def farthest(make):
    """Return how far the walks get beyond the bottom, measured in their rates."""
    most = 0
    for eta in [0.1, 0.3, 1, 3, 10, 100, 1000]:
        optimiser = make()
        w = np.array([10, 1], dtype=float)
        for _ in range(1000):
            optimiser.step(w, curvature * w, eta)
            most = max(most, (-w).max() / eta)
    return most


print("drawn:        ", limit(SGD, 0, 0.07), "gradient descent")
#> drawn:         1.15 gradient descent
print("              ", limit(Nesterov, 0.7, 0.04), "Nesterov")
#>                1.45 Nesterov
print("              ", limit(Momentum, 0.7, 0.04), "momentum")
#>                3.45 momentum
print("first section:", limit(SGD, 0, 1 / 13), "gradient descent")
#> first section: 1.05 gradient descent
print("              ", limit(Momentum, 4 / 9, 1 / 9), "momentum")
#>                1.05 momentum
print("              ", limit(Nesterov, 2 / 3, 1 / 25), "Nesterov")
#>                1.45 Nesterov
print(f"beyond the bottom: {farthest(RMSProp):.1f} rates with RMSProp")
#> beyond the bottom: 3.2 rates with RMSProp
print(f"                   {farthest(Adam):.1f} rates with Adam")
#>                    2.7 rates with Adam
