import numpy as np

from backprop import sigmoid

rng = np.random.default_rng(0)


def angle(size):
    weights = size * rng.normal(size=(3, 4))
    hidden, wanted = rng.uniform(size=(4, 1)), rng.uniform(size=(3, 1))
    a = sigmoid(weights @ hidden)
    rule = weights.T @ (a - wanted)
    gradient = weights.T @ ((a - wanted) * a * (1 - a))
    cosine = (rule * gradient).sum() / np.linalg.norm(rule) / np.linalg.norm(gradient)
    return np.degrees(np.arccos(cosine))


for size in [1, 3, 9]:
    angles = np.array([angle(size) for _ in range(1000)])
    half, uphill = np.median(angles), (angles > 90).sum()
    print(f"weights {size}: half below {half:.0f} degrees, uphill {uphill}")
    #> weights 1: half below 5 degrees, uphill 0
    #> weights 3: half below 24 degrees, uphill 34
    #> weights 9: half below 45 degrees, uphill 95
