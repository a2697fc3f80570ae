import numpy as np

from backprop import LayerNorm, RMSNorm

x = np.array([[1, 100], [2, 200], [6, 600]])
for norm in [LayerNorm(3), RMSNorm(3)]:
    first, second = norm.forward(x).T
    print(first.round(2), second.round(2))
    #> [-0.93 -0.46  1.39] [-0.93 -0.46  1.39]
    #> [0.27 0.54 1.62] [0.27 0.54 1.62]
