import numpy as np

from network import net, x, y

h = 1e-5
for name, arrays in [("W", net.weights), ("b", net.biases)]:
    for layer, array in enumerate(arrays, start=2):
        gradient = np.empty(array.shape)
        for place in np.ndindex(array.shape):
            start = array[place]
            array[place] = start + h  # nudge it up
            up = net.cost(x, y)
            array[place] = start - h  # and down
            down = net.cost(x, y)
            array[place] = start
            gradient[place] = (up - down) / (2 * h)
        print(f"{name}{layer}", gradient.round(4).tolist())
        #> W2 [[0.0344, 0.0314], [-0.0131, -0.01], [0.0226, 0.0053]]
        #> W3 [[0.0165, 0.001, 0.0265]]
        #> b2 [[0.0108], [-0.0026], [0.0018]]
        #> b3 [[0.0111]]
