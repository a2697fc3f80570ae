from backprop import Network, accuracy, datasets, schedules, train

x, y, x_test, y_test = datasets.split(*datasets.digits())
settings = {"hidden": "relu", "output": "softmax", "cost": "cross_entropy"}


def learn(optimizer, eta, epochs=5):
    cost = right = 0
    for seed in range(3):
        net = Network([64, 30, 10], **settings, init="he", rng=seed)
        how = {"optimizer": optimizer, "schedule": schedules.cosine(), "rng": seed}
        train(net, x, y, epochs=epochs, eta=eta, batch_size=64, **how)
        cost += net.cost(x, y) / 3
        right += accuracy(net, x_test, y_test) / 3
    return cost, right, eta


print("            rate   cost   held out")
#>             rate   cost   held out
for optimizer, rates in {
    "sgd": [0.3, 1, 3],
    "momentum": [0.1, 0.3, 1],
    "nesterov": [0.1, 0.3, 1],
    "rmsprop": [0.01, 0.03, 0.1],
    "adam": [0.03, 0.1, 0.3],
    "adamw": [0.03, 0.1, 0.3],
}.items():
    cost, right, eta = min(learn(optimizer, eta) for eta in rates)
    print(f"{optimizer:8}   {eta:5}   {cost:.2f}      {right:.1%}")
    #> sgd            1   0.28      91.9%
    #> momentum     0.3   0.10      94.4%
    #> nesterov     0.3   0.06      95.9%
    #> rmsprop     0.03   0.11      95.7%
    #> adam         0.1   0.09      94.8%
    #> adamw        0.1   0.09      94.6%

cost, right, eta = learn("sgd", 1, epochs=10)
print(f"sgd, 10 epochs:    {cost:.2f}      {right:.1%}")
#> sgd, 10 epochs:    0.12      95.0%
