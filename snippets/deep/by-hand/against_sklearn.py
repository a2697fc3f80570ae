from itertools import pairwise

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

from backprop import Network, accuracy, datasets, train

x, y = datasets.breast_cancer()
sizes = [30, 20, 10, 5, 1]
scores = []
print("split   ours    MLP  logistic")
#> split   ours    MLP  logistic
for seed in range(5):
    rng = np.random.default_rng(seed)
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=rng)
    x_train, x_test = datasets.standardise(x_train, x_test)

    net = Network(sizes, hidden="relu", cost="cross_entropy", init="he")
    net.weights = [rng.normal(0, np.sqrt(2 / n), (k, n)) for n, k in pairwise(sizes)]
    train(net, x_train, y_train, epochs=500, eta=0.3, batch_size=None)

    settings = {"learning_rate_init": 0.01, "max_iter": 1000, "random_state": seed}
    mlp = MLPClassifier((20, 10, 5), **settings).fit(x_train.T, y_train[0])
    line = LogisticRegression().fit(x_train.T, y_train[0])
    theirs = [model.score(x_test.T, y_test[0]) for model in (mlp, line)]
    scores.append([accuracy(net, x_test, y_test), *theirs])
    print(f"{seed:5}  {scores[-1][0]:.3f}  {scores[-1][1]:.3f}  {scores[-1][2]:.3f}")
    #>     0  0.972  0.972  0.979
    #>     1  0.965  0.965  0.965
    #>     2  0.965  0.993  0.986
    #>     3  0.986  0.972  0.993
    #>     4  0.986  0.972  0.972
ours, mlps, lines = np.mean(scores, axis=0)
print(f" mean  {ours:.3f}  {mlps:.3f}  {lines:.3f}")
#>  mean  0.975  0.975  0.979
