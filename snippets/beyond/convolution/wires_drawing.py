import matplotlib.pyplot as plt

from bookdraw import GRADIENT, INK, MUTED, VALUE, WIDTH

fig, ax = plt.subplots(figsize=(WIDTH, 2.3))
place = {"ha": "center", "va": "center"}
for i in range(4):
    for a, (color, style) in enumerate([(VALUE, "-"), (GRADIENT, "--")]):
        ax.plot([i + a, i + 0.5], [0.13, 0.87], style, color=color, zorder=0)
for i, number in enumerate([2, 2, 7, 7, 3]):
    ax.text(i, 0, str(number), color=INK, **place)
    ax.text(i, -0.22, f"$x_{i + 1}$", color=MUTED, **place)
for i, number in enumerate([0, 5, 0, -4]):
    ax.text(i + 0.5, 1, str(number).replace("-", "−"), color=INK, **place)
    ax.text(i + 0.5, 1.22, f"$z_{i + 1}$", color=MUTED, **place)
ax.text(-0.05, 0.5, "$w_1$", color=VALUE, **place)
ax.text(4.05, 0.5, "$w_2$", color=GRADIENT, **place)
ax.set(xlim=(-0.3, 4.3), ylim=(-0.35, 1.35))
ax.axis("off")
plt.show()
