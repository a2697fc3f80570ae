import numpy as np

g = np.array([3, 4])
angles = np.radians(np.arange(360))
directions = np.array([np.cos(angles), np.sin(angles)])
sums = g @ directions
best = sums.argmax()
print(directions[:, best].round(1).tolist(), sums[best].round(2))
#> [0.6, 0.8] 5.0
print((g / np.sqrt((g**2).sum())).tolist())  # the gradient, made of length 1
#> [0.6, 0.8]
