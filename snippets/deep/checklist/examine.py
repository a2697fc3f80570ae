import numpy as np

from backprop.activation_table import ACTIVATIONS

from network import fresh, x, y


def examine(net, x, y):
    """Print the numbers of the table that need no training, in its order."""
    distance = np.linalg.norm(x[:, :, None] - x[:, None, :], axis=0)
    distance = distance.round(9)  # where two are equally near, the first counts
    np.fill_diagonal(distance, np.inf)
    classes = y.argmax(axis=0)
    agree = (classes == classes[distance.argmin(axis=1)]).mean()
    print(f"neighbours that agree: {agree:.2f}, with {len(y)} classes")
    #> neighbours that agree: 0.98, with 3 classes
    largest = abs(x).max(axis=1)
    print(f"largest entries: from {largest.min():.1f} to {largest.max():.1f}")
    #> largest entries: from 1.0 to 1.0
    print(f"first cost: {net.cost(x, y):.2f}, log K: {np.log(len(y)):.2f}")
    #> first cost: 1.10, log K: 1.10
    _, nabla_w = net.backprop(x, y)
    print("norms:", *(f"{np.linalg.norm(nabla):.0e}" for nabla in nabla_w))
    #> norms: 9e-05 9e-05 9e-05
    zs, _ = net.forward_pass(x)
    slope = ACTIVATIONS[net.hidden].slope
    means = [slope(zs[layer]).mean() for layer in range(2, len(net.weights) + 1)]
    print("mean slopes:", *(f"{mean:.2f}" for mean in means))
    #> mean slopes: 0.50 0.51


examine(fresh(init="small"), x, y)
