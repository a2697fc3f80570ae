import numpy as np

from backprop import sigmoid

a = sigmoid(1.0)
for y in [1, 0]:
    p = a**y * (1 - a) ** (1 - y)
    print(f"label {y}: cost {-np.log(p):.4f}")
    #> label 1: cost 0.3133
    #> label 0: cost 1.3133
