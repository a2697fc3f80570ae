import numpy as np

from backprop import softmax

z = np.array([2.0, 1.0, -1.0])


def cost(z, y):
    return -(y * np.log(softmax(z))).sum()


h = 1e-5
for y in np.eye(3):
    delta = softmax(z) - y
    nudges = h * np.eye(3)
    measured = [(cost(z + t, y) - cost(z - t, y)) / (2 * h) for t in nudges]
    print(f"cost {cost(z, y):.4f}", delta.round(4), np.round(measured, 4))
    #> cost 0.3490 [-0.2946  0.2595  0.0351] [-0.2946  0.2595  0.0351]
    #> cost 1.3490 [ 0.7054 -0.7405  0.0351] [ 0.7054 -0.7405  0.0351]
    #> cost 3.3490 [ 0.7054  0.2595 -0.9649] [ 0.7054  0.2595 -0.9649]
