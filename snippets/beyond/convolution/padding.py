import numpy as np

from backprop import Conv2d

x = np.array([2, 2, 7, 7, 3]).reshape(1, 1, 5, 1)
for padding, stride in [(0, 1), (1, 1), (0, 2)]:
    layer = Conv2d(1, 1, size=(1, 2), stride=stride, padding=(0, padding))
    layer.w, layer.b = [[[[-1, 1]]]], [[0]]
    z = layer.forward(x)
    back = layer.backward(np.ones(z.shape))
    print(f"padding {padding}, stride {stride}:  z {z.ravel()}  back {back.ravel()}")
    #> padding 0, stride 1:  z [ 0.  5.  0. -4.]  back [-1.  0.  0.  0.  1.]
    #> padding 1, stride 1:  z [ 2.  0.  5.  0. -4. -3.]  back [0. 0. 0. 0. 0.]
    #> padding 0, stride 2:  z [0. 0.]  back [-1.  1. -1.  1.  0.]
