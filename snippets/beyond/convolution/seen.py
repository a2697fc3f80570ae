import numpy as np

from backprop import Conv2d

x = np.zeros((1, 1, 8, 1))
for padding in [0, 1, 2]:
    layer = Conv2d(1, 1, size=(1, 3), padding=(0, padding))
    layer.w = np.ones((1, 1, 1, 3))
    z = layer.forward(x)
    seen = layer.backward(np.ones(z.shape)).ravel().astype(int)
    print(f"padding {padding}: {z.size:2} results, seen", *seen)
    #> padding 0:  6 results, seen 1 2 3 3 3 3 2 1
    #> padding 1:  8 results, seen 2 3 3 3 3 3 3 2
    #> padding 2: 10 results, seen 3 3 3 3 3 3 3 3
