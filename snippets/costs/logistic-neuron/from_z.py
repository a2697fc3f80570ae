import numpy as np


def cost(z, y):
    return max(z, 0) - y * z + np.log1p(np.exp(-abs(z)))


for z in [10, 30, 40, 800]:
    print(f"z = {z:3}: label 0 {cost(z, 0):8.4f}, label 1 {cost(z, 1):.4f}")
    #> z =  10: label 0  10.0000, label 1 0.0000
    #> z =  30: label 0  30.0000, label 1 0.0000
    #> z =  40: label 0  40.0000, label 1 0.0000
    #> z = 800: label 0 800.0000, label 1 0.0000
