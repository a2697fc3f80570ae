import numpy as np

from backprop import softmax

print(softmax(np.array([0, 0, np.log(2)])).round(4))
#> [0.25 0.25 0.5 ]
