from backprop import Network, datasets, schedules, train

x, y = datasets.spirals(noise=0.1)
x = datasets.standardise(x)
for seed in [0, 1, 2]:
    net = Network(
        [2] + [32] * 8 + [3],
        hidden="relu",
        output="softmax",
        cost="cross_entropy",
        init="he",
        rng=seed,
    )
    net.weights = [1.5 * w for w in net.weights]
    history = train(
        net, x, y, eta=0.05, epochs=60, schedule=schedules.cosine(), clip_norm=2
    )
    first, last = history.cost[0], history.cost[-1]
    print(f"seed {seed}: cost {first:.1f} … {last:.2f}, {history.accuracy[-1]:.0%}")
    #> seed 0: cost 19.7 … 0.01, 99%
    #> seed 1: cost 4.8 … 0.01, 99%
    #> seed 2: cost 4.7 … 0.01, 99%
