from backprop import Network, accuracy, datasets, train

x, y, _, _ = datasets.split(*datasets.spirals())
rows = x.T  # as they might come from a file

x = rows.reshape(2, -1)
net = Network(
    [2, 20, 20, 3],
    hidden="relu",
    output="softmax",
    cost="cross_entropy",
    init="small",
)
history = train(net, x, y, epochs=50, eta=0.1)
print("cost", round(history.cost[-1], 1))
#> cost 1.1
print("right", round(accuracy(net, x, y), 1))
#> right 0.4
