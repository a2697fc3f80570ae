import numpy as np


def clip_by_norm(gradients, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    factor = limit / norm if norm > limit else 1
    return [g * factor for g in gradients]


print([g.tolist() for g in clip_by_norm([np.array([30]), np.array([-40])], 5)])
#> [[3.0], [-4.0]]
