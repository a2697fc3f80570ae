import numpy as np

from network import net, x, y

nabla_b, nabla_w = net.backprop(x, y)


def cost(W2, W3, b2, b3):
    a2 = 1 / (1 + np.exp(-(W2 @ x.astype(W2.dtype) + b2)))
    a3 = 1 / (1 + np.exp(-(W3 @ a2 + b3)))
    return np.mean((y.astype(W2.dtype) - a3) ** 2) / 2


def errors(dtype, h):
    found = []
    arrays = [array.astype(dtype) for array in net.weights + net.biases]
    for array, gradient in zip(arrays, nabla_w + nabla_b, strict=True):
        for index in np.ndindex(array.shape):
            start = array[index]
            array[index] = start + dtype(h)
            up = cost(*arrays)
            array[index] = start - dtype(h)
            down = cost(*arrays)
            array[index] = start
            measured = float(up - down) / (2 * h)
            size = max(abs(measured), abs(gradient[index]))
            found.append(abs(measured - gradient[index]) / size)
    return found


for dtype, h in [(np.float64, 6e-6), (np.float32, 6e-6), (np.float32, 5e-3)]:
    worst = max(errors(dtype, h))
    print(f"{dtype.__name__} {h}: below 1e-6 {worst < 1e-6}, below 1e-2 {worst < 1e-2}")
    #> float64 6e-06: below 1e-6 True, below 1e-2 True
    #> float32 6e-06: below 1e-6 False, below 1e-2 False
    #> float32 0.005: below 1e-6 False, below 1e-2 True
