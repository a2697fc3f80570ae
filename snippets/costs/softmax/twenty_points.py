import numpy as np

i = np.arange(20)
label = i % 3
radius = 0.3 + 0.13 * (i // 3)
angle = 2 * np.pi * label / 3 + 3.5 * radius

X = np.array([radius * np.cos(angle), radius * np.sin(angle)])
Y = np.eye(3)[:, label]
print("X", X.shape, "Y", Y.shape)
#> X (2, 20) Y (3, 20)
for sample in [0, 4, 8, 12]:
    print(X[:, sample].round(2), Y[:, sample])
    #> [0.15 0.26] [1. 0. 0.]
    #> [-0.39 -0.19] [0. 1. 0.]
    #> [ 0.55 -0.08] [0. 0. 1.]
    #> [-0.79  0.22] [1. 0. 0.]
