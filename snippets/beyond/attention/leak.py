import numpy as np
from three_masks import first, second, third

x = np.random.default_rng(0).normal(size=(3, 4))
changed = x.copy()
changed[:, 3] += 1

print("results that move with the last place")
#> results that move with the last place
for weights in [first, second, third]:
    before = x @ weights(x.T @ x)
    after = changed @ weights(changed.T @ changed)
    moved = ~np.isclose(before, after).all(axis=0)
    print(f"{weights.__name__:6} ", *moved.astype(int))
    #> first   0 0 0 1
    #> second  1 1 1 1
    #> third   1 1 1 1

p = third(x.T @ x)
print("divided once more:", np.allclose(p / p.sum(axis=0), first(x.T @ x)))
#> divided once more: True
