import matplotlib.pyplot as plt

from bookdraw import CLASSES, INK, MUTED

from network import net, six

shares = net.feedforward(six)[:, 0]

fig, (left, right) = plt.subplots(1, 2, figsize=(5.0, 2.8), width_ratios=[1, 1.35])
for place, ink in enumerate(six[:, 0]):
    corner = place % 8, 7 - place // 8
    left.add_patch(plt.Rectangle(corner, 1, 1, facecolor=INK, alpha=ink, linewidth=0))
left.add_patch(plt.Rectangle((0, 0), 8, 8, facecolor="none", edgecolor=MUTED))
left.set(xlim=(-0.1, 8.1), ylim=(-0.1, 8.1), aspect="equal", title="what it sees")
left.axis("off")
for digit, share in enumerate(shares):
    colour = {1: CLASSES[1], 6: CLASSES[0]}.get(digit, MUTED)
    right.barh(digit, share, color=colour, height=0.7)
    if share > 0.005:
        text = f"{100 * share:.0f} %"
        right.text(share + 0.02, digit, text, color=colour, va="center_baseline")
right.set(xlim=(0, 1.18), ylim=(9.6, -0.6), yticks=range(10), xticks=[])
right.set(title="what it answers")
right.spines["bottom"].set_visible(False)
right.tick_params(left=False)
plt.show()
