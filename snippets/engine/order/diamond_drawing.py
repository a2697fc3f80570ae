import matplotlib.pyplot as plt

from backprop import Value
from bookdraw import GRADIENT, INK, VALUE, WIDTH

from diamond import diamond

u = Value(1)
v = diamond(u)
f = diamond(v)
f.backward()

fig, ax = plt.subplots(figsize=(WIDTH, 1.75))
ends = [(0, u, "u", "right"), (2, v, "v", "center"), (4, f, "f", "left")]
for x, node, name, ha in ends:
    label = f"${name} = {node.data:g}$"
    ax.text(x, 0.34, label, ha=ha, color=VALUE)
    ax.text(x, -0.48, f"{node.grad:g}", ha="center", color=GRADIENT)
    for (branch, to_branch), side in zip(node.parents, (1, -1), strict=False):
        below = branch.parents[1 if side == 1 else 0]
        arrived = f"{branch.grad:g}"
        ax.text(x - 1, side * 1.05 - 0.09, arrived, ha="center", color=GRADIENT)
        for far, local in ((x, to_branch), (x - 2, below[1])):
            ax.plot([x - 1, far], [side * 0.8, 0], "o-", color=INK)
            middle = (x - 1 + far) / 2
            ax.text(middle, side * 0.62 - 0.09, f"{local:g}", ha="center", color=INK)
ax.set(xlim=(-0.6, 4.7), ylim=(-1.3, 1.3))
ax.axis("off")
plt.show()
