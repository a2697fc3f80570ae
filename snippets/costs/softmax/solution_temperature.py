import numpy as np

from backprop import softmax

z = np.array([2.0, 1.0, -1.0])
for tau in [0.1, 1, 10, 1000]:
    print(f"tau = {tau:6}: {softmax(z / tau).round(4)}")
    #> tau =    0.1: [1. 0. 0.]
    #> tau =      1: [0.7054 0.2595 0.0351]
    #> tau =     10: [0.378 0.342 0.28 ]
    #> tau =   1000: [0.3338 0.3334 0.3328]
