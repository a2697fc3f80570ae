import numpy as np
from around import around

from digits import x, y

print("norm of the first gradient, three seeds")
#> norm of the first gradient, three seeds
for depth in [2, 20, 80]:
    ranges = []
    for factor in [1, (2 / depth) ** 0.5, 0]:
        models = [around(depth, seed, factor) for seed in range(3)]
        norms = [np.linalg.norm(model.backprop(x, y)["0.w"]) for model in models]
        ranges.append(f"{min(norms):.0e} to {max(norms):.0e}")
    print(f"{depth:2}   {'   '.join(ranges)}")
    #>  2   1e+00 to 6e+00   1e+00 to 6e+00   5e-01 to 1e+00
    #> 20   3e+02 to 1e+03   3e+00 to 3e+00   5e-01 to 1e+00
    #> 80   2e+09 to 9e+09   1e+00 to 4e+00   7e-01 to 1e+00
