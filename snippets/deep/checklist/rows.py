import numpy as np

rows = np.array([[1, 10], [2, 20], [3, 30]])  # three samples
print(rows.T.tolist())
#> [[1, 2, 3], [10, 20, 30]]
print(rows.reshape(2, 3).tolist())
#> [[1, 10, 2], [20, 3, 30]]
