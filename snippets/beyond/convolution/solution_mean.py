import numpy as np

from backprop import Conv2d, MaxPool2d

x = np.array([[1, 5, 2, 2], [3, 4, 0, 6]]).reshape(1, 2, 4, 1)
mean = Conv2d(1, 1, size=2, stride=2)
mean.w, mean.b = [[[[1 / 4, 1 / 4], [1 / 4, 1 / 4]]]], [[0]]
for layer in [mean, MaxPool2d(2)]:
    a = layer.forward(x)
    back = layer.backward(np.array([10, 100]).reshape(1, 1, 2, 1))
    print(a.ravel(), *back.reshape(2, 4))
    #> [3.25 2.5 ] [ 2.5  2.5 25.  25. ] [ 2.5  2.5 25.  25. ]
    #> [5. 6.] [ 0. 10.  0.  0.] [  0.   0.   0. 100.]
