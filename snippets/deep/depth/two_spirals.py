import numpy as np

from backprop import Network, accuracy, schedules, train

settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}


def draw(m, seed, turns=3):
    """Return m points on two arms that wind round each other."""
    rng = np.random.default_rng(seed)
    r, arm = np.sqrt(rng.random(m)), rng.integers(0, 2, m)
    t = 2 * np.pi * turns * r + np.pi * arm
    return 2 * np.vstack([r * np.cos(t), r * np.sin(t)]), arm[None]


def learn(hidden, eta, seed, new, epochs=100, turns=3):
    """Train on 1000 points, return the accuracy on 2000 others; `new` is their seed."""
    net = Network([2, *hidden, 1], **settings, rng=seed)
    how = {"epochs": epochs, "batch_size": 100, "schedule": schedules.cosine()}
    train(net, *draw(1000, seed, turns), eta=eta, optimizer="adam", **how, rng=seed)
    return accuracy(net, *draw(2000, new, turns))


def report(hidden, eta, starts, epochs=100):
    """Return rows of text: what networks from some starts read correctly, sorted."""
    net = Network([2, *hidden, 1])
    size = sum(array.size for array in net.weights + net.biases)
    right = [learn(hidden, eta, seed, 200 + seed, epochs) for seed in starts]
    mean = sum(right) / len(right)
    rows = [f"{hidden}: {size} parameters, {len(right)} starts, mean {mean:.3f}"]
    right = [f"{share:.2f}" for share in sorted(right)]
    return rows + [" ".join(right[i : i + 12]) for i in range(0, len(right), 12)]
