from recall import successes

from backprop import LSTM


def lstm(bias):
    """Return a function that makes a layer whose forget gates start with this bias."""

    def build(rng):
        layer = LSTM(3, 8, rng=rng)
        layer.b[8:16] = bias
        return layer

    return build


if __name__ == "__main__":
    print("of five networks, how many recall the symbol of 30 moments")
    #> of five networks, how many recall the symbol of 30 moments
    for bias in [1, 5]:
        print(f"forget gates from {bias}: {successes(lstm(bias), 30)}")
        #> forget gates from 1: 1
        #> forget gates from 5: 4
