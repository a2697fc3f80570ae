import numpy as np
from block import Block

from backprop import Activation, Dense, Residual, Tensor, check_layer

rng = np.random.default_rng(0)
U, V = rng.normal(size=(2, 3, 3))
b, c = rng.normal(size=(2, 3, 1))
x, back = rng.normal(size=(2, 3, 5))

by_hand = Block(U, b, V, c)
by_hand.forward(x)
ours = by_hand.backward(back)

X, T, B = Tensor(x), Tensor(U), Tensor(b)
a = X + Tensor(V) @ (T @ X + B).relu() + Tensor(c)
(a * back).sum().backward()

layer = Residual([Dense(3, 3), Activation("relu"), Dense(3, 3)])
inner, _, outer = layer.inside
inner.w, inner.b, outer.w, outer.b = U, b, V, c
layer.forward(x)
agree = np.allclose(ours, X.grad) and np.allclose(by_hand.nabla_U, T.grad)
print("equal to the engine's: ", agree)
#> equal to the engine's:  True
print("equal to the library's:", np.allclose(ours, layer.backward(back)))
#> equal to the library's: True
print("equal to the nudged:   ", max(check_layer(layer, x).values()) < 1e-6)
#> equal to the nudged:    True
