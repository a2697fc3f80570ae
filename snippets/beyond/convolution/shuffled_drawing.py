import matplotlib.pyplot as plt
from shuffled import order

from bookdraw import WIDTH

from digits import x, y

zero = y.argmax(axis=0).argmin()
fig, axes = plt.subplots(1, 2, figsize=(WIDTH, 2.2))
for ax, image in zip(axes, [x[:, zero], x[order, zero]], strict=True):
    ax.imshow(image.reshape(8, 8), cmap="gray")
    ax.axis("off")
plt.show()
