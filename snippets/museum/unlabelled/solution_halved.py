import numpy as np

for seed in range(3):
    z = np.random.default_rng(seed).normal(size=1000)
    print(round(np.var(z / 2) / np.var(z), 2))
    #> 0.25
    #> 0.25
    #> 0.25
