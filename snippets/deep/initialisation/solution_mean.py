import numpy as np

rng = np.random.default_rng(1)
W = rng.normal(0, 0.1, (4000, 100))
for middle in [0, 3]:
    a = rng.normal(middle, 1, (100, 500))
    predicted = np.sqrt(100 * 0.1**2 * (1 + middle**2))
    print(f"mean {middle}  predicted {predicted:.1f}  measured {(W @ a).std():.1f}")
    #> mean 0  predicted 1.0  measured 1.0
    #> mean 3  predicted 3.2  measured 3.2
