import numpy as np

curvature, spread, walkers = 4, 1.0, 5_000


def distance(rate, steps):
    rng = np.random.default_rng(0)
    w = np.ones(walkers)
    for t in range(1, steps + 1):
        noise = rng.normal(0, spread, walkers)
        w = w - rate(t) * (curvature * w + noise)
    return (w**2).mean()


schedules = {
    "constant": lambda t: 0.1,
    "1/t": lambda t: 1 / (curvature * t),
    "too soon": lambda t: 0.1 * 0.8**t,
}
print("steps       ", *schedules)
#> steps        constant 1/t too soon
for steps in [10, 100, 1000]:
    row = [f"{distance(rate, steps):.5f}" for rate in schedules.values()]
    print(f"{steps:5}  ", *row)
    #>    10   0.01576 0.00610 0.04496
    #>   100   0.01588 0.00063 0.03199
    #>  1000   0.01520 0.00006 0.03199
