import numpy as np

from backprop import Network

x = np.random.default_rng(1).normal(size=(100, 1000))
y = np.ones((100, 1000))
net = Network([100] * 11, hidden="tanh", output="tanh", init="small", rng=0)
nabla_b, nabla_w = net.backprop(x, y)
for layer in [11, 8, 5, 2]:
    print(layer, f"{np.linalg.norm(nabla_w[layer - 2]):.0e}")
    #> 11 3e-09
    #> 8 3e-09
    #> 5 2e-09
    #> 2 2e-09
