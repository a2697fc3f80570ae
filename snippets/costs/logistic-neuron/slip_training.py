import numpy as np

from backprop import sigmoid

y, eta = 1, 0.5


def descend(slope):
    z = 1.0
    costs = []
    for _ in range(5):
        a = sigmoid(z)
        costs.append(-np.log(a))
        z = z - eta * (-y / a) * slope(a)
    return "  ".join(f"{cost:.4f}" for cost in costs)


print("a (1 - a):", descend(lambda a: a * (1 - a)))
#> a (1 - a): 0.3133  0.2788  0.2506  0.2270  0.2072
print("a (a - 1):", descend(lambda a: a * (a - 1)))
#> a (a - 1): 0.3133  0.3512  0.3974  0.4542  0.5248
