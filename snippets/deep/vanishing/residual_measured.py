import numpy as np
from residual import cost, gradients, start

for residual in [False, True]:
    weights, x, y = start(0.01, seed=0)
    claimed, measured = gradients(weights, x, y, residual)[0], np.empty((10, 10))
    for index in np.ndindex(10, 10):
        nudged = [weights[0].astype(complex), *weights[1:]]
        nudged[0][index] += 1e-30j
        measured[index] = cost(nudged, x, y, residual).imag / 1e-30
    error = np.linalg.norm(measured - claimed) / np.linalg.norm(claimed)
    print("with:" if residual else "without:", error < 1e-9)
    #> without: True
    #> with: True
