from backprop import Network, accuracy, datasets, schedules, train

x, y, x_test, y_test = datasets.split(*datasets.digits())
settings = {"hidden": "relu", "output": "softmax", "cost": "cross_entropy"}


def learn(optimizer, eta, epochs=5):
    """Return the cost, the accuracy on images held out, and the rate."""
    cost = right = 0
    for seed in range(3):
        net = Network([64, 30, 10], **settings, init="he", rng=seed)
        how = {"optimizer": optimizer, "schedule": schedules.cosine(), "rng": seed}
        train(net, x, y, epochs=epochs, eta=eta, batch_size=64, **how)
        cost += net.cost(x, y) / 3
        right += accuracy(net, x_test, y_test) / 3
    return cost, right, eta
