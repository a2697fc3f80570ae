import numpy as np

from backprop import Momentum

eta, beta = 0.01, 0.9
print("steps   same direction   to and fro")
#> steps   same direction   to and fro
for steps in [1, 2, 10, 100]:
    velocities = []
    for sign in [1, -1]:
        optimiser, w = Momentum(beta), np.array([0.0])
        for t in range(steps):
            optimiser.step(w, np.array([sign**t]), eta)
        velocities.append(abs(optimiser.v[0]))
    print(f"{steps:5}   {velocities[0]:14.4f}   {velocities[1]:10.4f}")
    #>     1           0.0100       0.0100
    #>     2           0.0190       0.0010
    #>    10           0.0651       0.0034
    #>   100           0.1000       0.0053
