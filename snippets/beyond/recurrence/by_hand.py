import numpy as np

from backprop import RNN, Tensor, check_layer


def forward(x, W, U, b):
    """Return all the states, from h_0 on; x has the shape (n, moments, samples)."""
    h = [np.zeros((len(W), x.shape[2]))]
    for t in range(x.shape[1]):
        h.append(np.tanh(W @ h[-1] + U @ x[:, t] + b))
    return h


def backward(x, W, h, delta):
    """From what arrives at each state, return the gradients of W, U and b."""
    nabla_W, nabla_U, nabla_b = 0, 0, 0
    later = 0
    for t in reversed(range(x.shape[1])):
        error = (delta[:, t] + later) * (1 - h[t + 1] ** 2)
        nabla_W += error @ h[t].T
        nabla_U += error @ x[:, t].T
        nabla_b += error.sum(axis=1, keepdims=True)
        later = W.T @ error
    return nabla_W, nabla_U, nabla_b


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    x, delta = rng.normal(size=(2, 6, 5)), rng.normal(size=(4, 6, 5))
    layer = RNN(2, 4)
    W, U, b = layer.w_h, layer.w_x, layer.b
    h = forward(x, W, U, b)
    ours = backward(x, W, h, delta)

    T, state, total = Tensor(W), Tensor(h[0]), 0
    for t in range(6):
        state = (T @ state + U @ x[:, t] + b).tanh()
        total = total + (state * delta[:, t]).sum()
    total.backward()

    print("equal to the engine's: ", np.allclose(ours[0], T.grad))
    #> equal to the engine's:  True
    layer.forward(x)
    layer.backward(delta)
    theirs = [layer.nabla_w_h, layer.nabla_w_x, layer.nabla_b]
    print("equal to the library's:", all(map(np.allclose, ours, theirs)))
    #> equal to the library's: True
    print("equal to the nudged:   ", max(check_layer(layer, x).values()) < 1e-6)
    #> equal to the nudged:    True
