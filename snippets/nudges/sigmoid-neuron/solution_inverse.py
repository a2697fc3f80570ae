import numpy as np

from backprop import sigmoid

for y in [0.1, 0.5, 0.9]:
    z = np.log(y / (1 - y))
    print(f"y = {y}  z = {z:7.4f}  sigmoid(z) = {sigmoid(z):.4f}")
    #> y = 0.1  z = -2.1972  sigmoid(z) = 0.1000
    #> y = 0.5  z =  0.0000  sigmoid(z) = 0.5000
    #> y = 0.9  z =  2.1972  sigmoid(z) = 0.9000

for z in [-2, 0, 2]:
    low, high = sigmoid(z), sigmoid(z + 1)
    odds, more = low / (1 - low), high / (1 - high)
    print(f"odds {odds:.4f}, then {more:.4f}, {more / odds:.4f} times as large")
    #> odds 0.1353, then 0.3679, 2.7183 times as large
    #> odds 1.0000, then 2.7183, 2.7183 times as large
    #> odds 7.3891, then 20.0855, 2.7183 times as large
