import numpy as np

from backprop import Adam

for zeros in [0, 10, 100, 1000, 10_000]:
    w, optimiser = np.array([0.0]), Adam()
    for g in [0.0] * zeros + [1.0]:
        optimiser.step(w, np.array([g]), eta=0.01)
    print(f"{zeros:5} zeros, then 1: a step of {-w[0]:.4f}")
    #>     0 zeros, then 1: a step of 0.0100
    #>    10 zeros, then 1: a step of 0.0048
    #>   100 zeros, then 1: a step of 0.0098
    #>  1000 zeros, then 1: a step of 0.0252
    #> 10000 zeros, then 1: a step of 0.0316

w, optimiser, places = np.array([0.0]), Adam(), [0.0]
for g in [0.0] * 10_000 + [1.0] * 200:
    optimiser.step(w, np.array([g]), eta=0.01)
    places.append(-w[0])
steps = np.diff(places)[-200:]
print("then ones:", *(f"{step:.4f}" for step in steps[[0, 1, 4, 11, 19]]))
#> then ones: 0.0316 0.0425 0.0580 0.0657 0.0624
longer = np.flatnonzero(steps > 0.01 * 0.1 / 0.001**0.5) + 1
print("longer than the quotient says: steps", longer[0], "to", longer[-1])
#> longer than the quotient says: steps 2 to 105

w, optimiser = np.array([0.0]), Adam()
for g in [0.0] * 10_000 + [(0.999 / 0.9) ** i for i in range(200)]:
    before = w[0]
    optimiser.step(w, np.array([g]), eta=0.01)
print(f"growing ones: {(before - w[0]) / 0.01:.2f} learning rates")
#> growing ones: 7.27 learning rates
