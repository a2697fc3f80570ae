import numpy as np

from backprop import Network

x = np.random.default_rng(1).normal(size=(100, 1000))
net = Network([100] * 11, hidden="tanh", output="tanh", init="small", rng=0)
print(f"weights: {net.weights[0].std():.2f}")
#> weights: 0.01
_, activations = net.forward_pass(x)
for layer in [1, 2, 3, 5, 8, 11]:
    print(layer, f"{activations[layer].std():.1e}")
    #> 1 1.0e+00
    #> 2 9.9e-02
    #> 3 9.9e-03
    #> 5 1.0e-04
    #> 8 9.7e-08
    #> 11 9.6e-11
