from backprop import Network, datasets, train

x, y = datasets.spirals(noise=0.1)
x = datasets.standardise(x)
sizes = [2] + [32] * 8 + [3]
outside = {"output": "softmax", "cost": "cross_entropy"}
print("        rate 0.02      rate 0.05      rate 0.1")
#>         rate 0.02      rate 0.05      rate 0.1
for init in ["xavier", "he"]:
    ranges = []
    for eta in [0.02, 0.05, 0.1]:
        costs = []
        for seed in range(5):
            net = Network(sizes, hidden="relu", init=init, **outside, rng=seed)
            costs.append(train(net, x, y, eta=eta, epochs=10).cost[-1])
        ranges.append(f"{min(costs):.2f} to {max(costs):.2f}")
    print(f"{init:6}  {'   '.join(ranges)}")
    #> xavier  0.68 to 0.98   0.20 to 0.40   0.20 to 0.49
    #> he      0.09 to 0.34   0.05 to 0.08   0.04 to 0.35
