from backprop import Network, datasets, train

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}

print("batch   rate   cost of three starts")
#> batch   rate   cost of three starts
for batch_size in [1000, 100]:
    for eta in [1, 3]:
        costs = []
        for seed in range(3):
            net = Network([2, 16, 3], **settings, init="xavier", rng=seed)
            train(net, x, y, epochs=10, eta=eta, batch_size=batch_size, rng=seed)
            costs.append(f"{net.cost(x, y):.2f}")
        print(f"{batch_size:5}   {eta:4}  ", *costs)
        #>  1000      1   0.76 0.77 0.76
        #>  1000      3   0.91 0.92 0.75
        #>   100      1   0.71 0.71 0.68
        #>   100      3   0.80 1.05 1.08
