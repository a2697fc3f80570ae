from backprop import sigmoid

from network import W2, W3, b2, b3, x


def feedforward(weights, biases, a):
    for w, b in zip(weights, biases, strict=True):
        a = sigmoid(w @ a + b)
    return a


print(feedforward([W2, W3], [b2, b3], x).round(4).tolist())
#> [[0.726, 0.5192, 0.8996, 0.7056]]
