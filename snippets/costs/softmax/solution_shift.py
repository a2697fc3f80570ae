import numpy as np

from backprop import log_sum_exp

z = np.array([2.0, 1.0, -1.0])
for c in [0, 5, -100]:
    total = log_sum_exp(z + c)
    print(f"c = {c:4}: {total:9.4f}, minus z_1: {total - (z[0] + c):.4f}")
    #> c =    0:    2.3490, minus z_1: 0.3490
    #> c =    5:    7.3490, minus z_1: 0.3490
    #> c = -100:  -97.6510, minus z_1: 0.3490
