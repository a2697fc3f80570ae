import numpy as np

from backprop import MaxPool2d

x = np.array([[1, 5, 2, 2], [3, 4, 0, 6]])
layer = MaxPool2d(2)
print(layer.forward(x.reshape(1, 2, 4, 1)).ravel())
#> [5. 6.]
back = layer.backward(np.array([10, 100]).reshape(1, 1, 2, 1))
for row in back.reshape(2, 4):
    print(row)
    #> [ 0. 10.  0.  0.]
    #> [  0.   0.   0. 100.]
