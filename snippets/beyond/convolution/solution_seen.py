import numpy as np

from backprop import Conv2d

for pixels, width in [(9, 3), (8, 2), (10, 4)]:
    layer = Conv2d(1, 1, size=(1, width), stride=2)
    layer.w = np.ones((1, 1, 1, width))
    z = layer.forward(np.zeros((1, 1, pixels, 1)))
    seen = layer.backward(np.ones(z.shape)).ravel().astype(int)
    print(f"windows of {width}, stride 2:", *seen)
    #> windows of 3, stride 2: 1 1 2 1 2 1 2 1 1
    #> windows of 2, stride 2: 1 1 1 1 1 1 1 1
    #> windows of 4, stride 2: 1 1 2 2 2 2 2 2 1 1
