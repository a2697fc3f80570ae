import numpy as np


def cost(z, y):
    return max(z, 0) - y * z + np.log1p(np.exp(-abs(z)))


for z in [10, 30, 40, 800]:
    print(f"z = {z:3}: cost {cost(z, 0):.4f} for label 0, {cost(z, 1):.4f} for 1")
    #> z =  10: cost 10.0000 for label 0, 0.0000 for 1
    #> z =  30: cost 30.0000 for label 0, 0.0000 for 1
    #> z =  40: cost 40.0000 for label 0, 0.0000 for 1
    #> z = 800: cost 800.0000 for label 0, 0.0000 for 1
