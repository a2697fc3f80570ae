import numpy as np

from backprop import Network

x = np.random.default_rng(1).normal(size=(100, 1000))
print("layer    2     5     8    11")
#> layer    2     5     8    11
for init in ["small", "normal", "xavier", "he"]:
    net = Network([100] * 11, hidden="tanh", output="tanh", init=init, rng=0)
    _, activations = net.forward_pass(x)
    spreads = [activations[layer].std() for layer in [2, 5, 8, 11]]
    print(f"{init:6}", *(f"{spread:5.2f}" for spread in spreads))
    #> small   0.10  0.00  0.00  0.00
    #> normal  0.96  0.96  0.96  0.96
    #> xavier  0.63  0.36  0.27  0.22
    #> he      0.72  0.58  0.56  0.55
