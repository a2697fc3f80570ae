import numpy as np

from backprop import numerical_gradient, sigmoid

# --8<-- [start:given]
heights = [17.93, 36.36, 67.76, 98.1, 131, 169.5]  # after 1 to 6 weeks, in centimetres
heights += [205.5, 228.3, 247.1, 250.5, 253.8, 254.5]  # after 7 to 12 weeks
metres = [height / 100 for height in heights]
eta = 0.02
# --8<-- [end:given]
x = np.arange(1, 13) - 6


def squared_errors(knobs):
    u, w, b = knobs
    return ((u * sigmoid(w * x + b) - metres) ** 2).sum()


knobs = np.array([1.0, 0, 0])
for _ in range(1000):
    knobs = knobs - eta * numerical_gradient(squared_errors, knobs)
# --8<-- [start:check]
print(f"sum of the squared errors: {squared_errors(knobs):.4f}")
#> sum of the squared errors: 0.0127
# --8<-- [end:check]
