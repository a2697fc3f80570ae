import numpy as np

from backprop import Network, accuracy, check_gradient, datasets, schedules, train

x, y, x_test, y_test = datasets.split(*datasets.digits())
x, y, x_val, y_val = datasets.split(x, y)
SIZES = (64, 32, 16, 10)


def network(seed, sizes=SIZES):
    kind = {"hidden": "relu", "output": "softmax", "cost": "cross_entropy"}
    return Network(list(sizes), **kind, init="he", rng=seed)


def trained(seed, eta, x, y, sizes=SIZES, epochs=10):
    net = network(seed, sizes)
    how = {"schedule": schedules.cosine(), "batch_size": 32, "rng": seed}
    train(net, x, y, epochs=epochs, eta=eta, **how)
    return net


def span(values):
    return f"{min(values):.2f} to {max(values):.2f}"


def moved(x):
    return np.roll(x.reshape(8, 8, -1), 1, axis=1).reshape(64, -1)


fresh = network(0)
numbers = sum(p.size for p in [*fresh.weights, *fresh.biases])
by_heart = trained(0, 0.3, x[:, :10], y[:, :10], epochs=300).cost(x[:, :10], y[:, :10])
blind = trained(0, 0.1, 0 * x, y)


def validated(eta):
    nets = [trained(seed, eta, x, y) for seed in range(2)]
    return sum(accuracy(net, x_val, y_val) for net in nets)


rate = max((0.1, 0.3, 1.0), key=validated)
nets = [trained(seed, rate, x, y) for seed in range(2, 7)]
flat = [trained(seed, rate, x, y, (64, 10)) for seed in range(2, 7)]


def right(nets, x):
    return span([accuracy(net, x, y_test) for net in nets])


# --8<-- [start:numbers]
print("1. weights and biases:", numbers)
#> 1. weights and biases: 2778
print("2. first cost:", span([network(seed).cost(x, y) for seed in range(20)]))
#> 2. first cost: 2.31 to 2.65
print("3. gradient check:", check_gradient(fresh, x[:, :3], y[:, :3]) < 1e-6)
#> 3. gradient check: True
print("4. ten digits by heart, cost below 0.01:", by_heart < 0.01)
#> 4. ten digits by heart, cost below 0.01: True
print(f"5. inputs set to 0, cost: {blind.cost(0 * x, y):.2f}")
#> 5. inputs set to 0, cost: 2.30
print("6. best rate on validation digits:", rate)
#> 6. best rate on validation digits: 0.3
print("7. test digits right:", right(nets, x_test))
#> 7. test digits right: 0.95 to 0.96
print("8. without a hidden layer:", right(flat, x_test))
#> 8. without a hidden layer: 0.92 to 0.95
print("9. moved by one column:", right(nets, moved(x_test)))
#> 9. moved by one column: 0.37 to 0.45
# --8<-- [end:numbers]
