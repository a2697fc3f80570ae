from backprop import Network, datasets, train

x, y, x_test, y_test = datasets.split(*datasets.breast_cancer(), test=0.5)
x, y = x[:, :80], y[:, :80]
x, x_test = datasets.standardise(x, x_test)

net = Network([30, 32, 1], hidden="relu", cost="cross_entropy", init="he")
print("parameters:", sum(array.size for array in net.weights + net.biases))
#> parameters: 1025
print("held out:  ", x_test.shape[1])
#> held out:   284
history = train(net, x, y, epochs=200, eta=0.1, validation=(x_test, y_test))
print("epoch   cost of the 80   cost held out   right held out")
#> epoch   cost of the 80   cost held out   right held out
for epoch in [1, 5, 10, 20, 50, 200]:
    cost = history.cost[epoch - 1]
    held_out = history.validation_cost[epoch - 1]
    right = history.validation_accuracy[epoch - 1]
    print(f"{epoch:5}   {cost:14.3f}   {held_out:13.3f}   {right:14.1%}")
    #>     1            0.363           0.326            87.7%
    #>     5            0.070           0.238            89.8%
    #>    10            0.035           0.230            90.8%
    #>    20            0.016           0.237            91.5%
    #>    50            0.005           0.267            91.9%
    #>   200            0.001           0.333            92.6%
