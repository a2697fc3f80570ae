from backprop import Network, accuracy, datasets, train

data = datasets.breast_cancer()


def learn(seed, wrong, dropout):
    x, y, x_test, y_test = datasets.split(*data, test=0.5, rng=seed)
    x, y = x[:, :80], y[:, :80]
    x, x_test = datasets.standardise(x, x_test)
    y[:, :wrong] = 1 - y[:, :wrong]
    net = Network([30, 32, 1], hidden="relu", cost="cross_entropy", init="he", rng=seed)
    train(net, x, y, epochs=100, eta=0.1, dropout=dropout, rng=seed)
    return accuracy(net, x_test, y_test)


print("dropout   as they are   8 wrong")
#> dropout   as they are   8 wrong
for dropout in [0, 0.2, 0.5, 0.8]:
    clean = sum(learn(seed, 0, dropout) for seed in range(5)) / 5
    wrong = sum(learn(seed, 8, dropout) for seed in range(5)) / 5
    print(f"{dropout:7}   {clean:11.1%}   {wrong:7.1%}")
    #>       0         94.6%     88.2%
    #>     0.2         95.1%     88.7%
    #>     0.5         94.9%     90.7%
    #>     0.8         94.6%     92.4%
