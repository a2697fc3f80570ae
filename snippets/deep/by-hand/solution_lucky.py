import numpy as np

from backprop import Network, accuracy, datasets, train

x, y = datasets.breast_cancer()
settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
scores = []
for seed in range(5, 15):
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=seed)
    x_train, x_test = datasets.standardise(x_train, x_test)
    net = Network([30, 20, 10, 5, 1], rng=seed, **settings)
    train(net, x_train, y_train, epochs=500, eta=0.3, batch_size=None)
    scores.append(accuracy(net, x_test, y_test))
print(f"mean {np.mean(scores):.3f}, from {min(scores):.3f} to {max(scores):.3f}")
#> mean 0.970, from 0.951 to 0.986
print("at least 0.96:", sum(score >= 0.96 for score in scores), "of 10")
#> at least 0.96: 6 of 10
