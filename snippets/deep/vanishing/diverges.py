from backprop import DivergedError, Network, datasets, train

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
    try:
        train(net, x, y, eta=0.05, epochs=60)
    except DivergedError as error:
        print(f"seed {seed}: diverged in epoch {error.epoch + 1}")
        #> seed 0: diverged in epoch 1
        #> seed 1: diverged in epoch 1
        #> seed 2: diverged in epoch 1
