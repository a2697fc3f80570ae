import numpy as np

print(f"{-np.log(0.5):.4f}")
#> 0.6931
