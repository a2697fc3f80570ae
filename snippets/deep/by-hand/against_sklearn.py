from itertools import pairwise

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

from backprop import Network, accuracy, datasets, train

x, y = datasets.breast_cancer()
sizes = [30, 20, 10, 5, 1]
ours = {"epochs": 500, "eta": 0.3, "batch_size": None}
scores = []
print("       two networks   a single neuron")
#>        two networks   a single neuron
print("split   ours    MLP    ours  decay  no decay")
#> split   ours    MLP    ours  decay  no decay
for seed in range(5):
    rng = np.random.default_rng(seed)
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=rng)
    x_train, x_test = datasets.standardise(x_train, x_test)

    net = Network(sizes, hidden="relu", cost="cross_entropy", init="he")
    net.weights = [rng.normal(0, np.sqrt(2 / n), (k, n)) for n, k in pairwise(sizes)]
    neuron = Network([30, 1], cost="cross_entropy", init="zeros")
    for model in [net, neuron]:
        train(model, x_train, y_train, **ours)

    settings = {"learning_rate_init": 0.01, "max_iter": 1000, "random_state": seed}
    mlp = MLPClassifier((20, 10, 5), **settings).fit(x_train.T, y_train[0])
    decay = LogisticRegression().fit(x_train.T, y_train[0])
    free = LogisticRegression(C=np.inf, max_iter=1000).fit(x_train.T, y_train[0])
    own = [accuracy(model, x_test, y_test) for model in (net, neuron)]
    theirs = [model.score(x_test.T, y_test[0]) for model in (mlp, decay, free)]
    row = [own[0], theirs[0], own[1], *theirs[1:]]
    scores.append(row)
    print(f"{seed:5} ", "  ".join(f"{score:.3f}" for score in row))
    #>     0  0.972  0.972  0.979  0.979  0.944
    #>     1  0.965  0.965  0.965  0.965  0.972
    #>     2  0.965  0.993  0.993  0.986  0.923
    #>     3  0.986  0.972  0.993  0.993  0.979
    #>     4  0.986  0.972  0.979  0.972  0.965
print(" mean ", "  ".join(f"{score:.3f}" for score in np.mean(scores, axis=0)))
#>  mean  0.975  0.975  0.982  0.979  0.956
