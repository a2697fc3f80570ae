import numpy as np
from around import around

from digits import x, y


def growth(model):
    """Return the mean square after all blocks, divided by that before the first."""
    first, relu, *blocks, _ = model.body
    a = before = relu.forward(first.forward(x))
    for block in blocks:
        a = block.forward(a)
    return (a**2).mean() / (before**2).mean()


print("five seeds: blocks, factor, expected and real growth, first gradient")
#> five seeds: blocks, factor, expected and real growth, first gradient
for n in [1, 10, 40]:
    for factor in [1, (1 / n) ** 0.5, 0]:
        models = [around(2 * n, seed, factor) for seed in range(5)]
        grown = [growth(model) for model in models]
        norms = [np.linalg.norm(model.backprop(x, y)["0.w"]) for model in models]
        ranges = [f"{min(row):.0e} to {max(row):.0e}" for row in (grown, norms)]
        print(f"{n:2}  {factor:.2f}  {(1 + factor**2) ** n:.0e}  ", "   ".join(ranges))
        #>  1  1.00  2e+00   2e+00 to 2e+00   1e+00 to 4e+00
        #>  1  1.00  2e+00   2e+00 to 2e+00   1e+00 to 4e+00
        #>  1  0.00  1e+00   1e+00 to 1e+00   5e-01 to 1e+00
        #> 10  1.00  1e+03   5e+02 to 2e+03   4e+01 to 1e+02
        #> 10  0.32  3e+00   2e+00 to 4e+00   1e+00 to 3e+00
        #> 10  0.00  1e+00   1e+00 to 1e+00   5e-01 to 1e+00
        #> 40  1.00  1e+12   3e+10 to 1e+13   4e+05 to 5e+06
        #> 40  0.16  3e+00   1e+00 to 3e+00   8e-01 to 8e+00
        #> 40  0.00  1e+00   1e+00 to 1e+00   7e-01 to 1e+00
