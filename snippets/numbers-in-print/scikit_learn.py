import numpy as np

from backprop import Network

net = Network([3, 2, 1], cost="cross_entropy")
# scikit-learn keeps weights as (in, out).
W1 = np.array([[0.1, 0.2], [0.3, 0.1], [0.5, 0]])
W2 = np.array([[0.1], [0.2]])
net.weights = [W1.T, W2.T]
net.biases = [[[0.1], [0.1]], [[1.0]]]
x, y = [[0.6], [0.8], [0.7]], [[0]]
_, activations = net.forward_pass(x)
print(activations[2].round(4).tolist(), activations[3].round(4).tolist())
#> [[0.6792], [0.5744]] [[0.7655]]

eta, alpha = 0.1, 0.1
nabla_b, nabla_w = net.backprop(x, y)
decayed = [g + alpha * w for w, g in zip(net.weights, nabla_w, strict=True)]
net.weights = [w - eta * g for w, g in zip(net.weights, decayed, strict=True)]
net.biases = [b - eta * g for b, g in zip(net.biases, nabla_b, strict=True)]
print("W1", net.weights[0].T.round(6).tolist())
#> W1 [[0.097999, 0.195755], [0.295666, 0.096006], [0.493832, -0.00262]]
print("W2", net.weights[1].T.round(6).tolist())
#> W2 [[0.047012], [0.154029]]
print("b1", net.biases[0].ravel().round(5).tolist())
#> b1 [0.09833, 0.09626]
print("b2", net.biases[1].ravel().round(4).tolist())
#> b2 [0.9235]
print("probability", net.feedforward(x).round(3).tolist())
#> probability [[0.739]]
