import numpy as np

a1 = np.array([[1.0], [2]])
delta2 = np.array([[0.05679], [-0.01516], [0.02154]])
print((delta2 @ a1.T).round(4).tolist())
#> [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]
