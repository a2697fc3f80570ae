import numpy as np

b = np.array([-1.0, 1, -1])  # shape (3,), not (3, 1)
try:
    np.zeros((3, 4)) + b
except ValueError:
    print("4 samples: an error")
    #> 4 samples: an error
print("3 samples:", (np.zeros((3, 3)) + b).tolist())
#> 3 samples: [[-1.0, 1.0, -1.0], [-1.0, 1.0, -1.0], [-1.0, 1.0, -1.0]]
