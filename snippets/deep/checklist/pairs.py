import numpy as np

x = np.random.default_rng(0).normal(size=(100, 1))  # samples in rows
y = 3 * x[:, 0] + 5  # what is wanted: a hundred numbers, and no rows
perfect = 3 * x + 5  # answers without a mistake, one in each row
constant = np.full((100, 1), y.mean())

print("shape of the difference:", (perfect - y).shape)
#> shape of the difference: (100, 100)
for name, answers in [("perfect", perfect), ("constant", constant)]:
    wrong, right = ((answers - y) ** 2).mean(), ((answers[:, 0] - y) ** 2).mean()
    print(f"{name:8} mean square {wrong:6.3f}, with equal shapes {right:6.3f}")
    #> perfect  mean square 16.663, with equal shapes  0.000
    #> constant mean square  8.331, with equal shapes  8.331
print(f"variance of the targets {y.var():.3f}")
#> variance of the targets 8.331
