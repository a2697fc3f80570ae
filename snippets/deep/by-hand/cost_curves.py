import matplotlib.pyplot as plt

from backprop import Network, datasets, train
from bookdraw import ACCENT, HELD_OUT, INK, TRAINING

x, y = datasets.breast_cancer()
fig, ax = plt.subplots(figsize=(5.0, 3.1))
for seed in range(5):
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=seed)
    x_train, x_test = datasets.standardise(x_train, x_test)
    settings = {"hidden": "relu", "cost": "cross_entropy", "init": "he", "rng": seed}
    net = Network([30, 20, 10, 5, 1], **settings)
    held_out = (x_test, y_test)
    history = train(
        net, x_train, y_train, epochs=500, eta=0.3, batch_size=None, validation=held_out
    )
    ax.plot(history.cost, **TRAINING, linewidth=1)
    ax.plot(history.validation_cost, **HELD_OUT, linewidth=1)
ax.text(300, 0.0025, "training", color=INK, ha="right")
ax.text(500, 0.5, "held out", color=ACCENT, ha="right")
ax.set(xlabel="step", ylabel="cost", yscale="log")
plt.show()
