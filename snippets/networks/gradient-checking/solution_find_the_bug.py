import numpy as np

from backprop import Network

net = Network([2, 3, 1], hidden="sigmoid", output="sigmoid", cost="quadratic", rng=0)
x = np.array([[1.0, -1, 0, 2], [0, 1, 2, -1]])
y = np.array([[1.0, 0, 0, 1]])

nabla_b, nabla_w = net.backprop(x, y)
samples = [net.backprop(x[:, [i]], y[:, [i]]) for i in range(4)]
forgot_the_mean = sum(sample_b[-1] for sample_b, sample_w in samples)
print((forgot_the_mean / nabla_b[-1]).round(4).tolist())
#> [[4.0]]
