from backprop import Network, accuracy, datasets, train

settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
tumours = datasets.breast_cancer()


def learn(hidden, eta, split):
    """Return the cost on 100 patients to choose by, the accuracy on 169 to judge by."""
    x, y, x_new, y_new = datasets.split(*tumours, test=169 / 569, rng=split)
    x, x_new = datasets.standardise(x, x_new)
    net = Network([30, *hidden, 1], **settings, rng=split)
    how = {"epochs": 20, "batch_size": 30, "rng": split}
    train(net, x[:, :300], y[:, :300], eta=eta, **how)
    return net.cost(x[:, 300:], y[:, 300:]), accuracy(net, x_new, y_new)


found = []
for hidden in [[8], [16, 16, 16]]:
    best = [min(learn(hidden, eta, split) for eta in [0.1, 0.3]) for split in range(8)]
    right = [accuracy_of_best for _, accuracy_of_best in best]
    print(f"{hidden!s:12}  mean accuracy {sum(right) / 8:.2f}")
    #> [8]           mean accuracy 0.97
    #> [16, 16, 16]  mean accuracy 0.97
    found.append(right)
pairs = list(zip(*found, strict=True))
print("one layer ahead:   ", sum(one > three for one, three in pairs))
#> one layer ahead:    3
print("three layers ahead:", sum(one < three for one, three in pairs))
#> three layers ahead: 3
