import numpy as np

from backprop import softmax

z = np.array([2.0, 1.0, -1.0])
a = softmax(z)
formula = np.diag(a) - np.outer(a, a)

h = 1e-5
for k in range(3):
    nudge = h * np.eye(3)[k]  # only z_k moves
    measured = (softmax(z + nudge) - softmax(z - nudge)) / (2 * h)
    print(formula[:, k].round(4), measured.round(4))
    #> [ 0.2078 -0.183  -0.0248] [ 0.2078 -0.183  -0.0248]
    #> [-0.183   0.1922 -0.0091] [-0.183   0.1922 -0.0091]
    #> [-0.0248 -0.0091  0.0339] [-0.0248 -0.0091  0.0339]
