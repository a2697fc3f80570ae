from backprop import DivergedError, Network, datasets, train

x, y = datasets.spirals(noise=0.1)
x = datasets.standardise(x)
outside = {"output": "softmax", "cost": "cross_entropy"}


def fresh(seed, scale=1.5):
    """Eight hidden layers, with He's weights times a scale."""
    sizes = [2] + [32] * 8 + [3]
    net = Network(sizes, hidden="relu", init="he", **outside, rng=seed)
    net.weights = [scale * w for w in net.weights]
    return net


if __name__ == "__main__":
    for seed in [0, 1, 2]:
        try:
            train(fresh(seed), x, y, eta=0.05, epochs=60)
        except DivergedError as error:
            print(f"seed {seed}: diverged in epoch {error.epoch + 1}")
            #> seed 0: diverged in epoch 1
            #> seed 1: diverged in epoch 1
            #> seed 2: diverged in epoch 1
