import matplotlib.pyplot as plt
import numpy as np
from reversed import build, how, length, x, x_new, y

from backprop import train
from bookdraw import VALUE, WIDTH

model, attention = build(0)
train(model, x, y, **how, rng=0)
model.feedforward(x_new)
weights = attention.p[0].mean(axis=-1)
fig, ax = plt.subplots(figsize=(WIDTH, 2.9))
key, query = np.mgrid[:length, :length]
ax.scatter(query, key, s=350 * weights, marker="s", color=VALUE, linewidths=0)
ax.set(xlabel="the place that looks", ylabel="the place looked at")
ax.set(xlim=(-0.6, 5.6), ylim=(5.6, -0.6), xticks=range(6), yticks=range(6), aspect=1)
plt.show()
