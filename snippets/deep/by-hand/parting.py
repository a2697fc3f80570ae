import numpy as np

from backprop import Network, datasets, train

x, y = datasets.breast_cancer()
print("split  lowest at step  cost there  cost at the end")
#> split  lowest at step  cost there  cost at the end
for seed in range(5):
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=seed)
    x_train, x_test = datasets.standardise(x_train, x_test)
    settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he", "rng": seed}
    net = Network([30, 20, 10, 5, 1], **settings)
    steps = {"epochs": 500, "eta": 0.3, "batch_size": None}
    history = train(net, x_train, y_train, validation=(x_test, y_test), **steps)
    held_out = history.validation_cost
    lowest = np.argmin(held_out)
    print(f"{seed:5}{lowest:16}{held_out[lowest]:12.3f}{held_out[-1]:17.3f}")
    #>     0             330       0.076            0.081
    #>     1              97       0.209            0.334
    #>     2              43       0.087            0.149
    #>     3             494       0.043            0.043
    #>     4             350       0.026            0.034
