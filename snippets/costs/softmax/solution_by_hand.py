import numpy as np

from backprop import softmax

a = softmax(np.array([0, 0, np.log(2)]))
y = np.array([1, 0, 0])
jacobian = np.diag(a) - np.outer(a, a)
print(a.round(4))
#> [0.25 0.25 0.5 ]
for row in jacobian:
    print(row.round(4))
    #> [ 0.1875 -0.0625 -0.125 ]
    #> [-0.0625  0.1875 -0.125 ]
    #> [-0.125 -0.125  0.25 ]
print("error", -4 * jacobian[0], "a - y", (a - y).round(4))
#> error [-0.75  0.25  0.5 ] a - y [-0.75  0.25  0.5 ]
