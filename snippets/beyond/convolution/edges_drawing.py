import matplotlib.pyplot as plt
import numpy as np

from backprop import convolve
from bookdraw import WIDTH

from digits import x, y

zero = y.argmax(axis=0).argmin()
image = x[:, zero].reshape(1, 8, 8, 1)
upright = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
filters = np.stack([upright, upright.T])[:, None]
z = convolve(image, filters, padding=1)
fig, axes = plt.subplots(1, 3, figsize=(WIDTH, 1.9))
for ax, picture in zip(axes, [image[0], z[0], z[1]], strict=True):
    ax.imshow(picture[:, :, 0], cmap="gray")
    ax.axis("off")
plt.show()
