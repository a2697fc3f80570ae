from tumours import Network, accuracy, draw, learn, settings, train


def stop(split, patience=20):
    """Return the accuracy without and with stopping, the best epoch and the last."""
    training, validation, test = draw(split, wrong=8)
    net = Network([30, 32, 1], **settings, rng=split)
    how = {"epochs": 200, "validation": validation, "patience": patience}
    history = train(net, *training, eta=0.1, **how, rng=split)
    right = [accuracy(each, *test) for each in (learn(training, split), net)]
    return *right, history.best_epoch + 1, len(history.cost)


without, stopped, best, last = zip(*map(stop, range(8)), strict=True)
print(f"best epoch {min(best)} to {max(best)}, last {min(last)} to {max(last)}")
#> best epoch 3 to 44, last 23 to 64
print(f"test: {sum(without) / 8:.1%} without, {sum(stopped) / 8:.1%} stopped early")
#> test: 88.5% without, 92.5% stopped early
pairs = list(zip(without, stopped, strict=True))
better, worse = sum(b > a for a, b in pairs), sum(b < a for a, b in pairs)
print(f"better in {better} splits of 8, worse in {worse}")
#> better in 7 splits of 8, worse in 1
