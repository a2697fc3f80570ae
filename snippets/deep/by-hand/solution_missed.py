import numpy as np

from backprop import Network, datasets, train

x, y = datasets.breast_cancer()
settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
missed, alarms = np.zeros(3, int), np.zeros(3, int)
for seed in range(5):
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=seed)
    x_train, x_test = datasets.standardise(x_train, x_test)
    net = Network([30, 20, 10, 5, 1], rng=seed, **settings)
    train(net, x_train, y_train, epochs=500, eta=0.3, batch_size=None)
    a = net.feedforward(x_test)
    for i, threshold in enumerate([0.5, 0.9, 0.99]):
        missed[i] += np.sum((a >= threshold) & (y_test == 0))
        alarms[i] += np.sum((a < threshold) & (y_test == 1))
print("missed tumours", missed)
#> missed tumours [8 6 4]
print("false alarms  ", alarms)
#> false alarms   [ 11  22 114]
