import numpy as np

from backprop import col2im, im2col

x = np.array([2, 2, 7, 7, 3]).reshape(1, 1, 5, 1)
w, delta = np.array([[-1, 1]]), np.array([[1, 3, 0, 2]])

columns = im2col(x, size=(1, 2))
for row in columns:
    print(row)
    #> [2. 2. 7. 7.]
    #> [2. 7. 7. 3.]
print("forward", w @ columns)
#> forward [[ 0.  5.  0. -4.]]
print("to w   ", delta @ columns.T)
#> to w    [[22. 29.]]
of_columns = w.T @ delta
for row in of_columns:
    print(row)
    #> [-1 -3  0 -2]
    #> [1 3 0 2]
print("to x   ", col2im(of_columns, x.shape, size=(1, 2)).ravel())
#> to x    [-1. -2.  3. -2.  2.]
