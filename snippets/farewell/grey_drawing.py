import matplotlib.pyplot as plt
import numpy as np

from bookdraw import INK, MUTED

from network import net, x_new, y_new


def slopes(image, answer):
    nabla_b, _ = net.backprop(image, answer)
    return net.weights[0].T @ nabla_b[0]


def moved(i):
    step = 0.1 * np.sign(slopes(x_new[:, [i]], y_new[:, [i]]))
    return np.clip(x_new[:, [i]] + step, 0, 1)


def said(image):
    return net.feedforward(image).argmax()


# The first digit that is read as it is, and misread once it is moved.
i = next(
    i
    for i in range(x_new.shape[1])
    if said(x_new[:, [i]]) == y_new[:, i].argmax() != said(moved(i))
)
images = {"as it is": x_new[:, [i]], "against the wishes": moved(i)}
fig, axes = plt.subplots(1, 2, figsize=(5.0, 2.9))
for ax, (title, image) in zip(axes, images.items(), strict=True):
    for place, ink in enumerate(image[:, 0]):
        corner = place % 8, 7 - place // 8
        ax.add_patch(plt.Rectangle(corner, 1, 1, facecolor=INK, alpha=ink, lw=0))
    ax.add_patch(plt.Rectangle((0, 0), 8, 8, facecolor="none", edgecolor=MUTED))
    ax.set(xlim=(-0.1, 8.1), ylim=(-1.3, 8.1), aspect="equal", title=title)
    share = 100 * net.feedforward(image).max()
    ax.text(4, -0.8, f"read as a {said(image)}, {share:.0f} %", ha="center", color=INK)
    ax.axis("off")
plt.show()
