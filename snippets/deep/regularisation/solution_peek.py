from backprop import Network, datasets, train

settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
data = datasets.breast_cancer()
halves = [slice(0, 40), slice(40, 80)]
chosen = others = 0
for seed in range(8):
    x, y, x_test, y_test = datasets.split(*data, test=0.5, rng=seed)
    x, y = x[:, :80], y[:, :80]
    x, x_test = datasets.standardise(x, x_test)
    right = []
    for half in halves:
        net = Network([30, 32, 1], **settings, rng=seed)
        test = x_test[:, half], y_test[:, half]
        history = train(net, x, y, eta=0.1, validation=test, rng=seed)
        right.append(history.validation_accuracy)
    for mine, other in [right, right[::-1]]:
        best = mine.index(max(mine))
        chosen += mine[best] / 16
        others += other[best] / 16
print(f"on the tumours that chose the epoch: {chosen:.1%}, on others: {others:.1%}")
#> on the tumours that chose the epoch: 95.5%, on others: 93.3%
