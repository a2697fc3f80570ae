import numpy as np

W, a, d = np.zeros((4, 2)), np.zeros((2, 1)), np.zeros((4, 1))
print((W @ a).shape, (W.T @ d).shape, (d @ a.T).shape, (a.T @ a).shape)
#> (4, 1) (2, 1) (4, 2) (1, 1)
for left, right in [(a, W), (W, d), (d, a)]:
    try:
        left @ right
    except ValueError:
        print(left.shape, "@", right.shape, "does not fit")
        #> (2, 1) @ (4, 2) does not fit
        #> (4, 2) @ (4, 1) does not fit
        #> (4, 1) @ (2, 1) does not fit
