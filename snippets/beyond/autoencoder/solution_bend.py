import numpy as np
from copy_digits import build, how

from backprop import train

from digits import x

sizes = np.linalg.svd(x - x.mean(axis=1, keepdims=True), compute_uv=False)

print("numbers, cost of the best plane, costs of two networks in parts of it")
#> numbers, cost of the best plane, costs of two networks in parts of it
for code in [1, 4, 32]:
    plane = (sizes[code:] ** 2).sum() / 2 / x.shape[1]
    parts = []
    for seed in range(2):
        model = build(code, seed)
        train(model, x, x, **how | {"epochs": 30}, rng=seed)
        parts.append(f"{model.cost(x, x) / plane:.2f}")
    print(f"{code:2}  {plane:.2f}  ", *parts)
    #>  1  2.00   1.00 1.01
    #>  4  1.20   0.88 0.80
    #> 32  0.08   1.42 1.44
