from backprop import Network, datasets, train

x, y = datasets.spirals(m=300)
settings = {"hidden": "relu", "output": "softmax", "cost": "cross_entropy"}
how = {"epochs": 40, "batch_size": 30, "optimizer": "adam"}


def arrive(layers, eta):
    count = 0
    for seed in range(5):
        net = Network([2, *[16] * layers, 3], **settings, init="he", rng=seed)
        train(net, x, y, eta=eta, **how, rng=seed)
        count += net.cost(x, y) < 0.15
    return f"{count} of 5"


print("hidden layers   rate 0.005   rate 0.12")
#> hidden layers   rate 0.005   rate 0.12
for layers in [2, 8]:
    print(f"{layers:13}   {arrive(layers, 0.005):>10}   {arrive(layers, 0.12):>9}")
    #>             2       5 of 5      5 of 5
    #>             8       5 of 5      0 of 5
