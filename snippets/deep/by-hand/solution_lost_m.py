import numpy as np

from backprop import Network, accuracy, datasets, train

x, y = datasets.breast_cancer()
x_train, y_train, x_test, y_test = datasets.split(x, y)
x_train, x_test = datasets.standardise(x_train, x_test)
m = x_train.shape[1]


def learn(eta, epochs, seed):
    settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
    net = Network([30, 20, 10, 5, 1], **settings, rng=seed)
    options = {"epochs": epochs, "eta": eta, "batch_size": None}
    return net, train(net, x_train, y_train, **options).cost


net, costs = learn(0.3, 500, seed=0)
print(f"eta   0.3: right {accuracy(net, x_test, y_test):.3f}")
#> eta   0.3: right 0.972
net, costs = learn(0.3 * m, 3, seed=0)
print(f"eta {0.3 * m:.1f}: first costs", *[f"{c:.0e}" for c in costs])
#> eta 128.1: first costs 7e-01 8e+03 7e+09
blown_up = alike = 0
for seed in range(10):
    net, costs = learn(0.3 * m, 20, seed)
    blown_up += max(costs) > 10 * costs[0]
    answers = net.feedforward(x_test) > 0.5
    alike += np.all(answers == answers[0, 0])
print(f"blown up in {blown_up} of 10 starts, one answer to all in {alike}")
#> blown up in 10 of 10 starts, one answer to all in 10
