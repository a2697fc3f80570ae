import numpy as np

from backprop import check_gradient

from suspect import Suspect

rng = np.random.default_rng(0)
x, y = rng.normal(size=(4, 6)), rng.integers(0, 2, size=(2, 6))
for hidden in ["sigmoid", "tanh"]:
    net = Suspect([4, 5, 3, 2], hidden=hidden, rng=1)
    print(f"hidden layers with {hidden}:", check_gradient(net, x, y) < 1e-6)
    #> hidden layers with sigmoid: True
    #> hidden layers with tanh: False
