import numpy as np

g = np.array([30.0, -40.0])
print(np.linalg.norm(g))
#> 50.0
print(g * min(1, 5 / np.linalg.norm(g)), np.clip(g, -5, 5))
#> [ 3. -4.] [ 5. -5.]
