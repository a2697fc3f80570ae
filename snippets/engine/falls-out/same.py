import numpy as np

from network import net, x, y
from tape import W, b

nabla_b, nabla_w = net.backprop(x, y)
for layer in (2, 3, 4):
    off_w = np.abs(W[layer].grad - nabla_w[layer - 2]).max()
    off_b = np.abs(b[layer].grad - nabla_b[layer - 2]).max()
    print(f"layer {layer}: W {off_w < 1e-15}, b {off_b < 1e-15}")
    #> layer 2: W True, b True
    #> layer 3: W True, b True
    #> layer 4: W True, b True
