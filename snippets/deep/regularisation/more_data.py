from backprop import Network, accuracy, datasets, train

data = datasets.breast_cancer()


def learn(seed, m, l2):
    x, y, x_test, y_test = datasets.split(*data, test=0.5, rng=seed)
    x, y = x[:, :m], y[:, :m]
    x, x_test = datasets.standardise(x, x_test)
    y[:, : m // 10] = 1 - y[:, : m // 10]
    net = Network([30, 32, 1], hidden="relu", cost="cross_entropy", init="he", rng=seed)
    train(net, x, y, epochs=8000 // m, eta=0.1, l2=l2, rng=seed)
    return accuracy(net, x_test, y_test)


print("samples   without   lambda 0.03")
#> samples   without   lambda 0.03
for m in [20, 40, 80, 160, 280]:
    without = sum(learn(seed, m, 0) for seed in range(5)) / 5
    with_l2 = sum(learn(seed, m, 0.03) for seed in range(5)) / 5
    print(f"{m:7}   {without:7.1%}   {with_l2:11.1%}")
    #>      20     78.4%         80.5%
    #>      40     83.4%         86.3%
    #>      80     88.2%         91.7%
    #>     160     90.5%         94.9%
    #>     280     91.8%         95.6%
