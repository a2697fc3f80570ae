from backprop import Network, datasets, schedules, train

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}
print("              mean   best  worst")
#>               mean   best  worst
for name, schedule in {
    "constant": None,
    "step": schedules.step(every=5, factor=0.5),
    "exponential": schedules.exponential(0.9),
    "cosine": schedules.cosine(),
    "warm-up": schedules.warmup(3, then=schedules.cosine()),
}.items():
    costs = []
    for seed in range(5):
        net = Network([2, 16, 3], **settings, init="xavier", rng=seed)
        train(net, x, y, epochs=20, eta=1, schedule=schedule, rng=seed)
        costs.append(net.cost(x, y))
    print(f"{name:11}   {sum(costs) / 5:.2f}   {min(costs):.2f}   {max(costs):.2f}")
    #> constant      0.08   0.04   0.12
    #> step          0.08   0.08   0.09
    #> exponential   0.09   0.08   0.10
    #> cosine        0.07   0.07   0.07
    #> warm-up       0.07   0.06   0.08
