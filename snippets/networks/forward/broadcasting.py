import numpy as np

product = np.zeros((3, 4))
b = np.array([[-1.0], [1], [-1]])
print((product + b).tolist())
#> [[-1.0, -1.0, -1.0, -1.0], [1.0, 1.0, 1.0, 1.0], [-1.0, -1.0, -1.0, -1.0]]
print(np.broadcast_to(b, (3, 4)).tolist())
#> [[-1.0, -1.0, -1.0, -1.0], [1.0, 1.0, 1.0, 1.0], [-1.0, -1.0, -1.0, -1.0]]
