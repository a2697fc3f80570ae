import numpy as np


def fit(m, divide):
    x = np.random.default_rng(0).uniform(1, 2, size=m)
    y, w = 3 * x, 0.0
    for _ in range(100):
        gradient = ((w * x - y) * x).sum()  # of half the squares
        w -= 0.05 * (gradient / m if divide else gradient)
    return f"{w:.4f}" if abs(w) < 1000 else "blown up"


for m in [1, 10, 100]:
    print(f"{m:3} samples: mean {fit(m, True)}, sum {fit(m, False)}")
    #>   1 samples: mean 3.0000, sum 3.0000
    #>  10 samples: mean 3.0000, sum 3.0000
    #> 100 samples: mean 3.0000, sum blown up
