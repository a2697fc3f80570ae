from backprop import accuracy, datasets, train

from network import fresh, x, y

x, y, _, _ = datasets.split(x, y)
rows = x.T  # as they might come from a file

x = rows.reshape(2, -1)
net = fresh(init="small")
history = train(net, x, y, epochs=50, eta=0.1)
print("cost", round(history.cost[-1], 1))
#> cost 1.1
print("right", round(accuracy(net, x, y), 1))
#> right 0.4
