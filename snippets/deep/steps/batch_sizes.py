from backprop import Network, datasets, train

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}
print("batch   steps   best rate   cost")
#> batch   steps   best rate   cost
for batch_size in [1000, 100, 10, 2]:
    results = []
    for eta in [0.03, 0.1, 0.3]:
        net = Network([2, 16, 3], **settings, init="xavier")
        train(net, x, y, epochs=10, eta=eta, batch_size=batch_size)
        results.append((net.cost(x, y), eta))
    cost, eta = min(results)
    print(f"{batch_size:5}   {10_000 // batch_size:5}   {eta:9}   {cost:.2f}")
    #>  1000      10         0.3   0.89
    #>   100     100         0.3   0.73
    #>    10    1000         0.3   0.26
    #>     2    5000         0.1   0.19
