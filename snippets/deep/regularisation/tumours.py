# --8<-- [start:learn]
from backprop import Network, accuracy, datasets, train

settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he"}
tumours = datasets.breast_cancer()


def draw(split, wrong=0, m=80):
    """Return m tumours to train on, 80 to choose by and 284 to judge by."""
    x, y, x_test, y_test = datasets.split(*tumours, test=0.5, rng=split)
    x_val, y_val = x[:, -80:], y[:, -80:]
    x, x_val, x_test = datasets.standardise(x[:, :m], x_val, x_test)
    y = y[:, :m].copy()
    y[:, :wrong] = 1 - y[:, :wrong]
    return (x, y), (x_val, y_val), (x_test, y_test)


def learn(training, split, **how):
    net = Network([30, 32, 1], **settings, rng=split)
    train(net, *training, **({"epochs": 100, "eta": 0.1} | how), rng=split)
    return net


# --8<-- [end:learn]


# --8<-- [start:report]
def choose_and_judge(method, values, wrong):
    """Choose by the validation cost, once in each of eight splits.

    Return the mean validation cost of each value, and for each split the accuracy on
    the test samples, without the method and with what was chosen.
    """
    costs, pairs = [], []
    for split in range(8):
        training, validation, test = draw(split, wrong)
        nets = [learn(training, split, **{method: value}) for value in values]
        costs.append([net.cost(*validation) for net in nets])
        right = [accuracy(net, *test) for net in nets]
        pairs.append((right[0], right[costs[-1].index(min(costs[-1]))]))
    return [sum(column) / 8 for column in zip(*costs, strict=True)], pairs


def report(method, values):
    """Return what a method brings, without wrong findings and with eight."""
    rows = [f"values: {values}"]
    for wrong in [0, 8]:
        costs, pairs = choose_and_judge(method, values, wrong)
        without, chosen = (sum(column) / 8 for column in zip(*pairs, strict=True))
        better, worse = sum(b > a for a, b in pairs), sum(b < a for a, b in pairs)
        rows += [
            f"{wrong} of 80 wrong",
            "  validation cost: " + ", ".join(f"{cost:.2f}" for cost in costs),
            f"  test: {without:.1%} without, {chosen:.1%} with the chosen one",
            f"  better in {better} splits of 8, worse in {worse}",
        ]
    return rows


# --8<-- [end:report]
