import matplotlib.pyplot as plt

from backprop import Network, datasets, train
from bookdraw import ACCENT, HELD_OUT, INK, TRAINING

fig, axes = plt.subplots(1, 2, figsize=(5.0, 2.9), sharey=True)
for ax, wrong in zip(axes, [0, 8], strict=True):
    x, y, x_test, y_test = datasets.split(*datasets.breast_cancer(), test=0.5)
    x, y = x[:, :80], y[:, :80]
    x, x_test = datasets.standardise(x, x_test)
    y[:, :wrong] = 1 - y[:, :wrong]
    net = Network([30, 32, 1], hidden="relu", cost="cross_entropy", init="he")
    history = train(net, x, y, epochs=200, eta=0.1, validation=(x_test, y_test))
    epochs = range(1, 201)
    ax.plot(epochs, history.cost, **TRAINING)
    ax.plot(epochs, history.validation_cost, **HELD_OUT)
    ax.set(xscale="log", xlabel="epoch", ylim=(0, 0.52), xticks=[1, 10, 100])
    ax.set(xticklabels=["1", "10", "100"], title=f"{wrong} of 80 wrong")
axes[0].set(ylabel="cost", title="the 80 as they are")
axes[1].text(3, 0.45, "held out", color=ACCENT)
axes[1].text(8, 0.05, "the 80", color=INK)
plt.show()
