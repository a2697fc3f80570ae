import numpy as np

from backprop import DivergedError, Network, datasets, train

x, y = datasets.spirals()


def attempt(x, eta):
    net = Network(
        [2, 20, 20, 3],
        hidden="relu",
        output="identity",
        init="he",
    )
    try:
        history = train(net, x, y, epochs=20, eta=eta)
    except DivergedError as error:
        return f"diverged in epoch {error.epoch + 1}"
    return f"cost {history.cost[-1]:.2f}"


print("large inputs:              ", attempt(100 * x, eta=0.1))
#> large inputs:               diverged in epoch 1
print("large inputs, smaller rate:", attempt(100 * x, eta=0.001))
#> large inputs, smaller rate: cost 0.44
print("smaller inputs:            ", attempt(x, eta=0.1))
#> smaller inputs:             cost 0.07

x[0, 7] = np.nan
try:
    attempt(x, eta=0.1)
except ValueError as error:
    print(str(error).split("; ")[1])
    #> got NaN at index (0, 7)
