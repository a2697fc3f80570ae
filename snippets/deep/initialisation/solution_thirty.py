import numpy as np

from backprop import relu

n = 200
print("layers 2, 3 and 4          layer 31  predicted")
#> layers 2, 3 and 4          layer 31  predicted
for name, factor in [("A", 1), ("B", 0.02), ("C", 4), ("D", 2)]:
    rng = np.random.default_rng(0)
    a, spreads = rng.normal(size=(n, 200)), []
    for _ in range(30):
        z = rng.normal(0, np.sqrt(factor / n), (n, n)) @ a
        spreads.append(z.std())
        a = relu(z)
    first = "  ".join(f"{spread:6.2g}" for spread in spreads[:3])
    predicted = np.sqrt(factor) * np.sqrt(factor / 2) ** 29
    print(f"{name}  {first}     {spreads[-1]:.0e}     {predicted:.0e}")
    #> A       1     0.7     0.5     5e-05     4e-05
    #> B    0.14   0.014  0.0014     2e-30     1e-30
    #> C       2     2.8       4     5e+04     5e+04
    #> D     1.4     1.4     1.4     2e+00     1e+00
