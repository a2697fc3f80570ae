import matplotlib.pyplot as plt
from two_spirals import draw

from bookdraw import GRADIENT, VALUE

x, arm = draw(1000, seed=0)
fig, ax = plt.subplots(figsize=(3.6, 3.6))
ax.plot(*x[:, arm[0] == 0], "o", color=VALUE, markersize=3)
ax.plot(*x[:, arm[0] == 1], "X", color=GRADIENT, markersize=4)
ax.set(aspect="equal", xticks=[-2, 0, 2], yticks=[-2, 0, 2])
ax.set(xlabel="$x_1$", ylabel="$x_2$")
plt.show()
