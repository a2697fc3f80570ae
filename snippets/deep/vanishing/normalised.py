import numpy as np

from backprop import tanh


def output(x, spread, depth, normalise):
    rng, a = np.random.default_rng(0), x
    for _ in range(depth):
        z = rng.normal(0, spread, (50, 50)) @ a
        if normalise:
            z = (z - z.mean(axis=1, keepdims=True)) / z.std(axis=1, keepdims=True)
        a = tanh(z)
    return a


def answer(*settings):
    up, down = (output(x + s * nudge, *settings) for s in [h, -h])
    return np.linalg.norm(up - down) / np.linalg.norm(2 * h * nudge)


rng, h = np.random.default_rng(1), 1e-6
x, nudge = rng.normal(size=(2, 50, 100))
print("20 layers: deviation  plain  normalised")
#> 20 layers: deviation  plain  normalised
for spread in [0.01, 0.05, 0.3, 1]:
    plain, normalised = (answer(spread, 20, normalise) for normalise in [False, True])
    print(f"{spread:20}  {plain:.0e}  {normalised:10.1f}")
    #>                 0.01  8e-24         4.5
    #>                 0.05  7e-10         4.5
    #>                  0.3  3e+01         4.5
    #>                    1  2e+05         4.5
for depth in [10, 20, 40, 80]:
    print(f"{depth} layers, normalised: {answer(1, depth, True):.1f}")
    #> 10 layers, normalised: 1.6
    #> 20 layers, normalised: 4.5
    #> 40 layers, normalised: 35.5
    #> 80 layers, normalised: 1921.5
