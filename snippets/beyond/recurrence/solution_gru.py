from recall import successes

from backprop import GRU


def gru(bias):
    """Return a function that makes a layer whose gates z start with this bias."""

    def build(rng):
        layer = GRU(3, 8, rng=rng)
        layer.b[8:16] = bias
        return layer

    return build


print("of five networks, how many recall the symbol of 30 moments")
#> of five networks, how many recall the symbol of 30 moments
for bias in [0, 3]:
    print(f"gates from {bias}: {successes(gru(bias), 30)}")
    #> gates from 0: 0
    #> gates from 3: 5
