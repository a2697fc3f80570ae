import numpy as np

from backprop import sigmoid

y = 0
with np.errstate(divide="ignore"):
    for z in [10, 30, 40, 800]:
        a = sigmoid(z)
        cost = -np.log(1 - a)
        print(f"z = {z:3}: 1 - a = {1 - a:.1e}, cost {cost:.4f}")
        #> z =  10: 1 - a = 4.5e-05, cost 10.0000
        #> z =  30: 1 - a = 9.3e-14, cost 30.0010
        #> z =  40: 1 - a = 0.0e+00, cost inf
        #> z = 800: 1 - a = 0.0e+00, cost inf
