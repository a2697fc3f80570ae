import numpy as np

p = np.full(1000, 0.4)
print(f"product of the likelihoods: {np.prod(p)}")
#> product of the likelihoods: 0.0
print(f"sum of the costs: {-np.log(p).sum():.2f}")
#> sum of the costs: 916.29
