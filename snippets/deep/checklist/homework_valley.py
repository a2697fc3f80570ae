import numpy as np

from backprop import SGD, Momentum

curvature = np.array([1.0, 100.0])
beta, eta = 81 / 121, 4 / 121  # where from?


def steps(optimiser, eta):
    w = np.array([10.0, 1.0])
    count = 0
    while abs(w).max() >= 0.01:
        optimiser.step(w, curvature * w, eta)
        count = count + 1
    return count


plain, quick = steps(SGD(), 2 / curvature.sum()), steps(Momentum(beta), eta)

# --8<-- [start:check]
print(f"β {beta:.4f}, η {eta:.4f}: {quick} steps, where gradient descent takes {plain}")
#> β 0.6694, η 0.0331: 46 steps, where gradient descent takes 346
# --8<-- [end:check]
