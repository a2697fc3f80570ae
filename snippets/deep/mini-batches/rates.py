from backprop import Network, datasets, train

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}


def final_cost(eta, seed):
    net = Network([2, 16, 3], **settings, init="xavier", rng=seed)
    train(net, x, y, epochs=20, eta=eta, rng=seed)
    cost = net.cost(x, y)
    return f"{cost:7.2f}" if cost < 5 else "above 5"


print(" rate   cost of three starts")
#>  rate   cost of three starts
for eta in [0.001, 0.01, 0.03, 0.1, 0.3, 1, 10]:
    costs = "   ".join(final_cost(eta, seed) for seed in range(3))
    print(f"{eta:5}  {costs}")
    #> 0.001     0.93      0.96      0.92
    #>  0.01     0.73      0.73      0.73
    #>  0.03     0.72      0.72      0.70
    #>   0.1     0.42      0.36      0.35
    #>   0.3     0.18      0.12      0.14
    #>     1     0.04      0.09      0.08
    #>    10  above 5   above 5   above 5
