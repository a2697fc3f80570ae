import numpy as np

for dtype in [np.float64, np.float32]:
    epsilon = np.finfo(dtype).eps
    nudge = np.cbrt(epsilon)
    print(dtype.__name__, f"rounding {epsilon:.1e}, best nudge about {nudge:.0e}")
    #> float64 rounding 2.2e-16, best nudge about 6e-06
    #> float32 rounding 1.2e-07, best nudge about 5e-03
