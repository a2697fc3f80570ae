import numpy as np

from backprop import tanh


def output(x, spread, normalise):
    rng, a = np.random.default_rng(0), x
    for _ in range(20):
        z = rng.normal(0, spread, (50, 50)) @ a
        if normalise:
            z = (z - z.mean(axis=1, keepdims=True)) / z.std(axis=1, keepdims=True)
        a = tanh(z)
    return a


rng, h = np.random.default_rng(1), 1e-6
x, nudge = rng.normal(size=(2, 50, 100))
print("deviation  plain  normalised")
#> deviation  plain  normalised
for spread in [0.01, 0.05, 0.3, 1]:
    answers = []
    for normalise in [False, True]:
        up, down = (output(x + s * nudge, spread, normalise) for s in [h, -h])
        answers.append(np.linalg.norm(up - down) / np.linalg.norm(2 * h * nudge))
    print(f"{spread:9}  {answers[0]:.0e}  {answers[1]:10.1f}")
    #>      0.01  8e-24         4.5
    #>      0.05  7e-10         4.5
    #>       0.3  3e+01         4.5
    #>         1  2e+05         4.5
