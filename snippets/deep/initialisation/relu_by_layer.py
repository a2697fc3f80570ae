import numpy as np

from backprop import Network

x = np.random.default_rng(1).normal(size=(100, 1000))
print("layer     2      6     11")
#> layer     2      6     11
for init in ["small", "normal", "xavier", "he"]:
    net = Network([100] * 11, hidden="relu", output="relu", init=init, rng=0)
    zs, _ = net.forward_pass(x)
    print(f"{init:6}", *(f"{zs[layer].std():.0e}" for layer in [2, 6, 11]))
    #> small  1e-01 3e-06 3e-12
    #> normal 1e+01 3e+04 3e+08
    #> xavier 1e+00 3e-01 3e-02
    #> he     1e+00 1e+00 1e+00
