import numpy as np

from backprop import sigmoid

for y in [0.1, 0.5, 0.9]:
    z = np.log(y / (1 - y))
    print(f"y = {y}  z = {z:7.4f}  sigmoid(z) = {sigmoid(z):.4f}")
    #> y = 0.1  z = -2.1972  sigmoid(z) = 0.1000
    #> y = 0.5  z =  0.0000  sigmoid(z) = 0.5000
    #> y = 0.9  z =  2.1972  sigmoid(z) = 0.9000
