import numpy as np

from backprop import Adam

for zeros in [0, 10, 100, 1000, 10_000]:
    w, optimiser = np.array([0.0]), Adam()
    for g in [0.0] * zeros + [1.0]:
        optimiser.step(w, np.array([g]), eta=0.01)
    print(f"{zeros:5} zeros, then 1: a step of {-w[0]:.4f}")
    #>     0 zeros, then 1: a step of 0.0100
    #>    10 zeros, then 1: a step of 0.0048
    #>   100 zeros, then 1: a step of 0.0098
    #>  1000 zeros, then 1: a step of 0.0252
    #> 10000 zeros, then 1: a step of 0.0316
