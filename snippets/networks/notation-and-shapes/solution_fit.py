import numpy as np

W, V = np.zeros((4, 2)), np.zeros((3, 4))
a, x = np.zeros((2, 1)), np.zeros((2, 5))
print((W @ a).shape, (W @ x).shape, (V @ W).shape)
#> (4, 1) (4, 5) (3, 2)
for left, right in [(W, V), (x, a), (a, W)]:
    try:
        left @ right
    except ValueError:
        print(left.shape, "@", right.shape, "does not fit")
        #> (4, 2) @ (3, 4) does not fit
        #> (2, 5) @ (2, 1) does not fit
        #> (2, 1) @ (4, 2) does not fit
