import numpy as np

from backprop import sigmoid
from backprop.exercises.sheets import problem

given = problem("network", 4711).given
names = ("W2", "b2", "W3", "b3", "x", "y")
w2, b2, w3, b3, x, y = (np.array(given[name]) for name in names)

z2 = w2 @ x + b2
a2 = sigmoid(z2)
z3 = w3 @ a2 + b3
a3 = sigmoid(z3)
delta3 = (a3 - y) * a3 * (1 - a3)
delta2 = (w3.T @ delta3) * a2 * (1 - a2)
nabla_w3 = delta3 @ a2.T
nabla_w2 = delta2 @ x.T
rows = {
    "1  z2, then a2": [*z2, *a2],
    "   z3, then a3": [*z3, *a3],
    "2  delta3": delta3,
    "   delta2": delta2,
    "3  gradient of W3": nabla_w3,
    "   gradient of W2": nabla_w2,
    "   its sum, and that of W3": [nabla_w2.sum(), nabla_w3.sum()],
}
for name, numbers in rows.items():
    print(f"{name:28}", *(f"{number:.4f}" for number in np.ravel(numbers)))
    #> 1  z2, then a2               0.5000 -0.5000 0.6225 0.3775
    #>    z3, then a3               -1.6888 0.1559
    #> 2  delta3                    0.0205
    #>    delta2                    -0.0048 -0.0072
    #> 3  gradient of W3            0.0128 0.0077
    #>    gradient of W2            -0.0145 -0.0145 -0.0217 -0.0217
    #>    its sum, and that of W3   -0.0724 0.0205
