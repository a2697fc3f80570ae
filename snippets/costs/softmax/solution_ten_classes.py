import numpy as np

print(f"{-np.log(1 / 10):.4f}")
#> 2.3026
