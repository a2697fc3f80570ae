from backprop import DivergedError, Network, datasets, train

x, y = datasets.spirals(noise=0.1)
x = datasets.standardise(x)
sizes = [2] + [32] * 8 + [3]
outside = {"output": "softmax", "cost": "cross_entropy", "rng": 0}
print("epoch      1     10     30  right")
#> epoch      1     10     30  right
for init in ["zeros", "small", "normal", "xavier", "he"]:
    net = Network(sizes, hidden="relu", init=init, **outside)
    try:
        history = train(net, x, y, eta=0.02, epochs=30)
        costs = [f"{history.cost[epoch - 1]:.2f}" for epoch in [1, 10, 30]]
        result = "   ".join(costs) + f"{history.accuracy[-1]:7.0%}"
    except DivergedError as error:
        result = f"diverged in epoch {error.epoch + 1}"
    print(f"{init:6}  {result}")
    #> zeros   1.10   1.10   1.10    33%
    #> small   1.10   1.10   1.10    33%
    #> normal  diverged in epoch 1
    #> xavier  1.09   0.68   0.10    97%
    #> he      1.08   0.29   0.03    99%
