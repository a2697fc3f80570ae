import numpy as np

curvature, spread, walkers = 4, 1.0, 20_000
rng = np.random.default_rng(0)

print("rate    measured   formula")
#> rate    measured   formula
for eta in [0.2, 0.1, 0.05, 0.025]:
    w = np.zeros(walkers)
    for _ in range(200):
        noise = rng.normal(0, spread, walkers)
        w = w - eta * (curvature * w + noise)
    formula = eta * spread**2 / (curvature * (2 - eta * curvature))
    print(f"{eta:.3f}     {(w**2).mean():.4f}    {formula:.4f}")
    #> 0.200     0.0414    0.0417
    #> 0.100     0.0155    0.0156
    #> 0.050     0.0070    0.0069
    #> 0.025     0.0033    0.0033
