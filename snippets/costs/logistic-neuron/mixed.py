import numpy as np

three_ripe = np.array([[0.7, 1.6, 0.4], [0.3, -0.5, -0.9]])
parts = np.array([[20], [6], [7]]) / 33

print(np.round(three_ripe @ parts, 4).tolist())
#> [[0.8], [-0.1]]
