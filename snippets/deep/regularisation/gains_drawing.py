import matplotlib.pyplot as plt
from tumours import accuracy, draw, learn

from bookdraw import GRID, INK, VALUE

fig, axes = plt.subplots(1, 3, figsize=(5.0, 3.0), sharey=True)
gains = {"L2": [], "dropout": [], "stopped": []}
for split in range(8):
    training, validation, test = draw(split, wrong=8)
    without = learn(training, split)
    early = {"epochs": 200, "validation": validation, "patience": 20}
    tried = {
        "L2": [{"l2": value} for value in (0.01, 0.03, 0.1)],
        "dropout": [{"dropout": value} for value in (0.5, 0.8, 0.9)],
        "stopped": [early],
    }
    for name, ways in tried.items():
        nets = [without, *(learn(training, split, **how) for how in ways)]
        chosen = min(nets, key=lambda net: net.cost(*validation))
        gains[name].append([accuracy(net, *test) for net in (without, chosen)])
for ax, (name, pairs) in zip(axes, gains.items(), strict=True):
    for pair in pairs:
        ax.plot([0, 1], [100 * right for right in pair], "o-", color=VALUE, alpha=0.6)
    means = [100 * sum(column) / 8 for column in zip(*pairs, strict=True)]
    ax.plot([0, 1], means, color=INK, linewidth=3)
    ax.set(title=name, xlim=(-0.3, 1.3), xticks=[0, 1], xticklabels=["without", "with"])
    ax.grid(axis="y", color=GRID)
axes[0].set(ylabel="percent right", ylim=(83, 97.5), yticks=[84, 88, 92, 96])
plt.show()
