import matplotlib.pyplot as plt

from backprop import Value
from bookdraw import GRADIENT, INK, MUTED, SURFACE, VALUE, WIDTH

a, b, c = Value(1), Value(-2), Value(-3)
d = a + b
e = d * c
f = e.sigmoid()


def numbers(*found):
    return ", ".join(f"{round(x, 4):g}".replace("-", "−") for x in found)


ours = [
    (f"{name} = {numbers(x.data)}", numbers(*(slope for _, slope in x.parents)))
    for name, x in (("d", d), ("e", e), ("f", f))
]
pytorch = [
    ("AddBackward0", "nothing"),
    ("MulBackward0", numbers(c.data, d.data)),
    ("SigmoidBackward0", numbers(f.data)),
]
jax = [("d = add a b", ""), ("e = mul d c", ""), ("f = logistic e", "")]
columns = [("Value", ours), ("PyTorch", pytorch), ("JAX", jax)]
fig, ax = plt.subplots(figsize=(WIDTH, 3.1))
box = {"boxstyle": "round", "facecolor": SURFACE, "edgecolor": INK}
for x, (head, rows) in zip((0, 2.1, 4.3), columns, strict=True):
    ax.text(x, 0.6, head, ha="center", va="center", color=MUTED)
    last = len(rows) - 1
    for row, (word, kept) in enumerate(rows):
        ax.text(x, -row, word, ha="center", va="center", color=VALUE, bbox=box)
        ax.text(x + 0.12, -row - 0.5, kept, va="center", color=GRADIENT)
        if kept:
            end = -row - (0.7 if row == last else 1)
            ax.plot([x, x], [-row, end], "-", color=INK, zorder=0)
ax.set(xlim=(-0.9, 5.3), ylim=(-2.75, 0.8))
ax.axis("off")
plt.show()
