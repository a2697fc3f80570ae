import numpy as np

from backprop import Network


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


# From here on, put in what is yours.
rng = np.random.default_rng(1)
net = Network([784, 30, 10], rng=1)
x, y = rng.random((784, 5)), rng.integers(0, 2, size=(10, 5))


def cost():
    return net.cost(x, y)


nabla_b, nabla_w = net.backprop(x, y)
arrays, gradients = net.weights + net.biases, nabla_w + nabla_b
print("right:", check_some(cost, arrays, gradients) < 1e-6)
#> right: True
lost = [5 * gradient for gradient in gradients]
print("1/m lost:", round(check_some(cost, arrays, lost), 3))
#> 1/m lost: 0.8
