import numpy as np

from backprop import sigmoid


def cost(z, y):
    a = sigmoid(z)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


h = 1e-5
print(" z  y      a - y   measured")
#>  z  y      a - y   measured
for z in [-4, 1, 4]:
    for y in [0, 1]:
        formula = sigmoid(z) - y
        measured = (cost(z + h, y) - cost(z - h, y)) / (2 * h)
        print(f"{z:2}  {y}  {formula:9.6f}  {measured:9.6f}")
        #> -4  0   0.017986   0.017986
        #> -4  1  -0.982014  -0.982014
        #>  1  0   0.731059   0.731059
        #>  1  1  -0.268941  -0.268941
        #>  4  0   0.982014   0.982014
        #>  4  1  -0.017986  -0.017986
