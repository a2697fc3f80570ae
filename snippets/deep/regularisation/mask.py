import numpy as np

rng = np.random.default_rng(0)
a = np.array([0.5, -0.2, 0.8, 0.1])
p = 0.5


def dropped(a):
    kept = rng.random(a.shape) >= p
    return a * kept / (1 - p)


for _ in range(3):
    print(dropped(a))
    #> [ 1. -0.  0.  0.]
    #> [ 1.  -0.4  1.6  0.2]
    #> [ 1.  -0.4  1.6  0. ]
print("mean of 100000:", np.mean([dropped(a) for _ in range(100_000)], axis=0).round(2))
#> mean of 100000: [ 0.5 -0.2  0.8  0.1]
