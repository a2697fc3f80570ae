import numpy as np

from backprop import Activation, BatchNorm, Dense, Model

from digits import x, y

print("last layer's spread, norm of the first gradient")
#> last layer's spread, norm of the first gradient
for name, norm in [("plain", []), ("normalised", [BatchNorm(32)])]:
    first, last = Dense(64, 32, rng=0), Dense(32, 10, rng=1)
    layers = [first, *norm, Activation("relu"), last]
    model = Model(layers, "softmax", "cross_entropy")
    for factor in [1, 1000]:
        first.w = first.w * factor
        spread = model.body.forward(x).std()
        size = np.linalg.norm(model.backprop(x, y)["0.w"])
        print(f"{name:10}  weights times {factor:4}  {spread:6.2f}  {size:.5f}")
        #> plain       weights times    1    0.56  0.75886
        #> plain       weights times 1000  558.91  2.71693
        #> normalised  weights times    1    0.93  0.87689
        #> normalised  weights times 1000    0.93  0.00088
