import numpy as np

rng = np.random.default_rng(0)
a = rng.normal(0, 1, (100, 1000))
for spread in [0.01, 0.1, 1]:
    W = rng.normal(0, spread, (100, 100))
    predicted = np.sqrt(100) * spread
    print(f"{spread:4}  predicted {predicted:4.1f}  measured {(W @ a).std():.3g}")
    #> 0.01  predicted  0.1  measured 0.1
    #>  0.1  predicted  1.0  measured 1.01
    #>    1  predicted 10.0  measured 10
