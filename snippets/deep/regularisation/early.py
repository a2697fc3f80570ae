from backprop import Network, accuracy, datasets, train

settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
data = datasets.breast_cancer()
print("split   best epoch   stopped after   right   right after 200")
#> split   best epoch   stopped after   right   right after 200
for seed in range(5):
    x, y, x_test, y_test = datasets.split(*data, test=0.5, rng=seed)
    x, y, x_val, y_val = x[:, :80], y[:, :80], x[:, 80:160], y[:, 80:160]
    x, x_val, x_test = datasets.standardise(x, x_val, x_test)
    y[:, :8] = 1 - y[:, :8]

    right = []
    for patience in [20, None]:
        net = Network([30, 32, 1], **settings, rng=seed)
        how = {"epochs": 200, "validation": (x_val, y_val), "patience": patience}
        history = train(net, x, y, eta=0.1, **how, rng=seed)
        right.append(accuracy(net, x_test, y_test))
        if patience:
            best, ran = history.best_epoch + 1, len(history.cost)
    print(f"{seed:5}   {best:10}   {ran:13}   {right[0]:5.1%}   {right[1]:15.1%}")
    #>     0           56              76   90.5%             88.0%
    #>     1            9              29   89.4%             88.0%
    #>     2            9              29   90.1%             87.7%
    #>     3           22              42   93.7%             85.6%
    #>     4           14              34   89.8%             88.4%
