import numpy as np

from backprop import numerical_gradient, sigmoid, sigmoid_prime

x, y = 1, 0


def cost(parameters):
    w, b = parameters
    return 0.5 * (y - sigmoid(w * x + b)) ** 2


for w, b in [(0.6, 0.9), (2.0, 2.0)]:
    z = w * x + b
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    measured = numerical_gradient(cost, np.array([w, b]))
    print(f"formula {delta * x:.6f}, measured {measured[0]:.6f}")
    #> formula 0.121938, measured 0.121938
    #> formula 0.017345, measured 0.017345
