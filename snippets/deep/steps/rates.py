from backprop import Network, datasets, train

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}
print(" rate   cost")
#>  rate   cost
for eta in [0.001, 0.01, 0.03, 0.1, 0.3, 1, 10]:
    net = Network([2, 16, 3], **settings, init="xavier")
    train(net, x, y, epochs=20, eta=eta)
    cost = net.cost(x, y)
    print(f"{eta:5}   {cost:.2f}" if cost < 5 else f"{eta:5}   above 5")
    #> 0.001   0.93
    #>  0.01   0.73
    #>  0.03   0.72
    #>   0.1   0.42
    #>   0.3   0.18
    #>     1   0.04
    #>    10   above 5
