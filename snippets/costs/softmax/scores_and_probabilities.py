import matplotlib.pyplot as plt

from backprop import softmax
from bookdraw import GRID, INK, VALUE

z = [2.0, 1.0, -1.0]
a = softmax(z)

fig, axes = plt.subplots(1, 2, figsize=(5.0, 2.6))
names = ["apple", "pear", "plum"]
axes[0].bar(names, z, color=VALUE, width=0.5)
axes[1].bar(names, a, color=VALUE, width=0.5)
for place, (score, share) in enumerate(zip(["2", "1", "−1"], a, strict=True)):
    axes[0].text(place, max(z[place], 0) + 0.08, score, ha="center")
    axes[1].text(place, share + 0.02, f"{share:.4f}", ha="center")
for ax in axes:
    ax.axhline(0, color=INK, linewidth=0.8)
    ax.grid(axis="y", color=GRID)
axes[0].set(title="weighted inputs $z_j$", ylim=(-1.2, 2.5))
axes[1].set(title="probabilities $a_j$", ylim=(0, 1))
plt.show()
