import numpy as np

from network import net, x, y

_, once = net.backprop(x, y)
_, twice = net.backprop(np.hstack([x, x]), np.hstack([y, y]))
print(once[1].round(4).tolist())
#> [[0.0165, 0.001, 0.0265]]
print(twice[1].round(4).tolist())
#> [[0.0165, 0.001, 0.0265]]
