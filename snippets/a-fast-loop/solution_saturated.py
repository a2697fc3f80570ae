import numpy as np

from backprop import sigmoid, sigmoid_prime

for dtype in [np.float32, np.float64]:
    for z in range(1, 60):
        a = sigmoid(dtype(z))
        if a * (1 - a) == 0:
            slope = sigmoid_prime(np.float64(z))
            print(f"{dtype.__name__}: 0 from {z} on, but the slope is {slope:.0e}")
            #> float32: 0 from 17 on, but the slope is 4e-08
            #> float64: 0 from 37 on, but the slope is 9e-17
            break
