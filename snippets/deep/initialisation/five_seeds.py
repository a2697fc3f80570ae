from backprop import Network, datasets, train

x, y = datasets.spirals(noise=0.1)
x = datasets.standardise(x)
sizes = [2] + [32] * 8 + [3]
outside = {"output": "softmax", "cost": "cross_entropy"}
for init in ["xavier", "he"]:
    costs = []
    for seed in range(5):
        net = Network(sizes, hidden="relu", init=init, **outside, rng=seed)
        history = train(net, x, y, eta=0.02, epochs=10)
        costs.append(history.cost[-1])
    print(f"{init:6}  from {min(costs):.1f} to {max(costs):.1f}")
    #> xavier  from 0.7 to 1.0
    #> he      from 0.1 to 0.3
