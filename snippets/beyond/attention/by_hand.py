import numpy as np

from backprop import Attention, Tensor, softmax


def forward(x, w_q, w_k, w_v):
    """Each column of x is a place; each looks at all."""
    q, k, v = w_q @ x, w_k @ x, w_v @ x
    p = softmax(k.T @ q / np.sqrt(len(q)))
    return v @ p, (q, k, v, p)


def backward(g, x, w_q, w_k, w_v, q, k, v, p):
    """From what arrives at the result, return what arrives at x, by three paths."""
    of_p = v.T @ g
    of_s = p * (of_p - (p * of_p).sum(axis=0)) / np.sqrt(len(q))
    of_q, of_k, of_v = k @ of_s, q @ of_s.T, g @ p.T
    return w_q.T @ of_q + w_k.T @ of_k + w_v.T @ of_v


rng = np.random.default_rng(0)
x, g = rng.normal(size=(2, 4, 5))
matrices = rng.normal(size=(3, 4, 4))
a, seen = forward(x, *matrices)
to_x = backward(g, x, *matrices, *seen)

X = Tensor(x)
q, k, v = (w @ X for w in matrices)
e = (k.T @ q / 2).exp()
((v @ (e / e.sum(axis=0, keepdims=True))) * g).sum().backward()
print("equal to the engine's: ", np.allclose(to_x, X.grad))
#> equal to the engine's:  True

layer = Attention(4)
layer.w_q, layer.w_k, layer.w_v = matrices
layer.w_o = np.eye(4)
same = np.allclose(layer.forward(x[:, :, None])[:, :, 0], a)
same_back = np.allclose(layer.backward(g[:, :, None])[:, :, 0], to_x)
print("equal to the library's:", same, same_back)
#> equal to the library's: True True
