import numpy as np

for z in [-2.0, 0.5, 3.0]:
    for y in [0, 1]:
        s = 2 * y - 1
        from_label = np.logaddexp(0, z) - y * z
        from_sign = np.logaddexp(0, -s * z)
        print(f"{from_label:.4f}  {from_sign:.4f}")
        #> 0.1269  0.1269
        #> 2.1269  2.1269
        #> 0.9741  0.9741
        #> 0.4741  0.4741
        #> 3.0486  3.0486
        #> 0.0486  0.0486
