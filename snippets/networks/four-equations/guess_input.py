import numpy as np

from backprop import Network

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x, y = np.array([[1], [2]]), [[0]]
(delta2, delta3), (nabla_w2, _) = net.backprop(x, y)
W2 = net.weights[0]

print(f"answer {(W2[:, 0] @ delta2).item():.3f}")
#> answer 0.083
print(f"no_weights {delta2.sum().item():.3f}")
#> no_weights 0.063
print(f"of_the_weight {nabla_w2[0, 0].item():.3f}")
#> of_the_weight 0.057
print(f"one_unit {((W2[0, 0] + W2[0, 1]) * delta2[0]).item():.3f}")
#> one_unit 0.028
