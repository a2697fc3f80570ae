"""The data and the network that this page makes ill and well again."""

from backprop import Network, datasets

x, y = datasets.spirals()


def fresh(hidden="relu", init="he", rng=0):
    """Return a new network for the three arms of the spiral."""
    return Network(
        [2, 20, 20, 3],
        hidden=hidden,
        output="softmax",
        cost="cross_entropy",
        init=init,
        rng=rng,
    )
