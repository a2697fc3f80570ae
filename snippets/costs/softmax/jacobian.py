import numpy as np

from backprop import numerical_gradient, softmax

z = np.array([2.0, 1.0, -1.0])
a = softmax(z)
formula = np.diag(a) - np.outer(a, a)

for j in range(3):
    measured = numerical_gradient(lambda z, j=j: softmax(z)[j], z)
    print(formula[j].round(4), measured.round(4))
    #> [ 0.2078 -0.183  -0.0248] [ 0.2078 -0.183  -0.0248]
    #> [-0.183   0.1922 -0.0091] [-0.183   0.1922 -0.0091]
    #> [-0.0248 -0.0091  0.0339] [-0.0248 -0.0091  0.0339]
