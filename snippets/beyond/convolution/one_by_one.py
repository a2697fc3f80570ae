import numpy as np

from backprop import Conv2d, Dense

rng = np.random.default_rng(0)
window, dense = Conv2d(16, 4, size=1), Dense(16, 4)
dense.w = window.w.reshape(4, 16)
dense.b = window.b
x, delta = rng.normal(size=(16, 5, 6, 3)), rng.normal(size=(4, 5, 6, 3))

same = [np.allclose(window.forward(x), dense.forward(x))]
same.append(np.allclose(window.backward(delta), dense.backward(delta)))
same.append(np.allclose(window.nabla_w.reshape(4, 16), dense.nabla_w))
print("forward, to x, to w:", *same)
#> forward, to x, to w: True True True
print("parameters:", sum(p.size for p in window.parameters.values()))
#> parameters: 68
