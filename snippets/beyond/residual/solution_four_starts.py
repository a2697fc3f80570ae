from around import around
from deeper import steps

from backprop import accuracy, train

from digits import x, y

n = 40
print("of two networks, how many read more than 95 %, less than half")
#> of two networks, how many read more than 95 %, less than half
for name, factor in [("He's", 2**0.5), ("1", 1), ("root", n**-0.5), ("1/40", 1 / n)]:
    shares = []
    for seed in range(2):
        model = around(2 * n, seed, factor)
        train(model, x, y, rng=seed, **steps)
        shares.append(accuracy(model, x, y))
    counts = sum(s > 0.95 for s in shares), sum(s < 0.5 for s in shares)
    print(f"{name:4}  growth {(1 + factor**2) ** n:.0e}:  {counts[0]}  {counts[1]}")
    #> He's  growth 1e+19:  0  2
    #> 1     growth 1e+12:  0  2
    #> root  growth 3e+00:  2  0
    #> 1/40  growth 1e+00:  2  0
