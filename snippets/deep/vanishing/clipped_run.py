from backprop import Network, datasets, train

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
    history = train(net, x, y, eta=0.05, epochs=60, clip_norm=2)
    first, right = history.cost[0], history.accuracy[-1] > 0.95
    print(f"seed {seed}: cost {first:.1f} at first; in the end over 95% right: {right}")
    #> seed 0: cost 19.7 at first; in the end over 95% right: True
    #> seed 1: cost 4.8 at first; in the end over 95% right: True
    #> seed 2: cost 4.7 at first; in the end over 95% right: True
