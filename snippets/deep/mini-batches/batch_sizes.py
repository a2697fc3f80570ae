from backprop import Network, datasets, train

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}


def final_cost(batch_size, eta, seed):
    net = Network([2, 16, 3], **settings, init="xavier", rng=seed)
    train(net, x, y, epochs=10, eta=eta, batch_size=batch_size, rng=seed)
    return net.cost(x, y)


print("batch   steps   best rate   cost of three starts")
#> batch   steps   best rate   cost of three starts
for batch_size in [1000, 100, 10, 2]:
    results = []
    for eta in [0.1, 0.3, 1]:
        costs = [final_cost(batch_size, eta, seed) for seed in range(3)]
        results.append((sum(costs), eta, costs))
    _, eta, costs = min(results)
    costs = "   ".join(f"{cost:.2f}" for cost in costs)
    print(f"{batch_size:5}   {10_000 // batch_size:5}   {eta:9}   {costs}")
    #>  1000      10           1   0.76   0.77   0.76
    #>   100     100           1   0.71   0.71   0.68
    #>    10    1000           1   0.22   0.15   0.16
    #>     2    5000         0.3   0.26   0.07   0.16
