import numpy as np
from first import cost, gradients, start

from backprop import numerical_gradient

for seed in range(3):
    w, v = start(seed)
    measured = numerical_gradient(lambda w, v=v: cost(w, v), w)
    claimed, _ = gradients(w, v)
    off = np.linalg.norm(claimed - measured) / np.linalg.norm(measured)
    print("relative error below a millionth:", off < 1e-6)
    #> relative error below a millionth: True
    #> relative error below a millionth: True
    #> relative error below a millionth: True
