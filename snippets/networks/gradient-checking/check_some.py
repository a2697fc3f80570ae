"""A judge of a few dozen entries, for a cost of any arrays of NumPy."""

import numpy as np


def check_some(cost, arrays, gradients, count=30):
    """Nudge entries drawn at random; return the largest relative error."""
    rng = np.random.default_rng(0)
    worst = 0
    for array, gradient in zip(arrays, gradients, strict=True):
        for _ in range(count):
            place = tuple(rng.integers(array.shape))
            start = array[place]
            h = 6e-6 * max(1, abs(start))
            array[place] = start + h
            up = cost()
            array[place] = start - h
            down = cost()
            array[place] = start
            measured = (up - down) / (2 * h)
            sizes = abs(measured), abs(gradient[place]), 0.001 * max(1, up)
            worst = max(worst, abs(measured - gradient[place]) / max(sizes))
    return worst
