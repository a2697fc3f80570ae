import numpy as np

from backprop import sigmoid
from backprop.exercises.sheets import problem, weigh

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
    "   weighted sums, W2 and W3": [weigh(nabla_w2), weigh(nabla_w3)],
}
for name, numbers in rows.items():
    print(f"{name:28}", *(f"{number:.4f}" for number in np.ravel(numbers)))
    #> 1  z2, then a2               -0.5000 2.5000 0.3775 0.9241
    #>    z3, then a3               0.6792 0.6636
    #> 2  delta3                    0.1481
    #>    delta2                    0.0696 0.0104
    #> 3  gradient of W3            0.0559 0.1369
    #>    gradient of W2            -0.1393 0.1044 -0.0348 -0.0208 0.0156 -0.0052
    #>    weighted sums, W2 and W3  -0.0712 0.3297
