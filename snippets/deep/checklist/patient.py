from backprop import accuracy, train

from network import fresh, x, y

net = fresh(init="small")
history = train(net, x, y, epochs=30, eta=0.1)
for epoch in [0, 10, 20, 29]:
    print(epoch, round(history.cost[epoch], 2))
    #> 0 1.1
    #> 10 1.1
    #> 20 1.1
    #> 29 1.1
print("right:", round(accuracy(net, x, y), 2))
#> right: 0.33
