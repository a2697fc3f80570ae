import numpy as np

from backprop import sigmoid_prime

from network import W3

z2 = np.array([[-1.0], [2], [1.5]])
delta3 = np.array([[0.14442]])

carried_back = W3.T @ delta3
print(carried_back.round(4).tolist())
#> [[0.2888], [-0.1444], [0.1444]]
print(sigmoid_prime(z2).round(4).tolist())
#> [[0.1966], [0.105], [0.1491]]
print((carried_back * sigmoid_prime(z2)).round(4).tolist())
#> [[0.0568], [-0.0152], [0.0215]]
