import numpy as np

angles = 10.0 ** -np.arange(4)  # one for each pair, ever slower


def turn(x, place):
    """Turn each pair of numbers in x by its angle times the place."""
    c, s = np.cos(angles * place), np.sin(angles * place)
    first, second = x[0::2], x[1::2]
    return np.stack([c * first - s * second, s * first + c * second], 1).ravel()


q, k, g = np.random.default_rng(0).normal(size=(3, 8))
for i, j in [(5, 2), (105, 102), (5, 4)]:
    print(f"query at {i:3}, key at {j:3}: {turn(q, i) @ turn(k, j):7.4f}")
    #> query at   5, key at   2: -1.5865
    #> query at 105, key at 102: -1.5865
    #> query at   5, key at   4: -1.6954

nudged = [g @ (turn(q + e, 5) - turn(q - e, 5)) / 2 for e in np.eye(8)]
print("the way back turns back:", np.allclose(nudged, turn(g, -5)))
#> the way back turns back: True
