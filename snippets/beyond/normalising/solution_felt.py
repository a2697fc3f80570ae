import numpy as np

from backprop import BatchNorm, LayerNorm, RMSNorm


def moved(normalise, x):
    """Return how many results move if the first number is nudged."""
    nudged = x.copy()
    nudged.flat[0] += 0.1
    return (abs(normalise(nudged) - normalise(x)) > 1e-9).sum()


rng = np.random.default_rng(0)
x, images = rng.normal(size=(3, 4)), rng.normal(size=(3, 5, 5, 4))
batch = BatchNorm(3)
print("by batches, in training:", moved(batch.forward, x))
#> by batches, in training: 4
print("by batches, in use:     ", moved(batch.predict, x))
#> by batches, in use:      1
print("by layers:              ", moved(LayerNorm(3).forward, x))
#> by layers:               3
print("by the root mean square:", moved(RMSNorm(3).forward, x))
#> by the root mean square: 3
print("images, by batches:     ", moved(batch.forward, images))
#> images, by batches:      100
