import numpy as np
from recall import sequences

from backprop import RNN


def gradients(truncate, seed):
    """Return dC/dx at the first moment, and dC/dw_h; C looks at the last state."""
    rng = np.random.default_rng(seed)
    layer = RNN(3, 8, truncate=truncate, rng=rng)
    x, _ = sequences(30, 60, rng)
    delta = np.zeros_like(layer.forward(x))
    delta[:, -1] = rng.normal(size=(8, 60))
    return layer.backward(delta)[:, 0], layer.nabla_w_h


def cosine(a, b):
    return (a * b).sum() / (np.linalg.norm(a) * np.linalg.norm(b))


print("window  the first input gets something  cosine with the whole gradient")
#> window  the first input gets something  cosine with the whole gradient
for window in [1, 2, 5, 10]:
    pairs = [(gradients(window, seed), gradients(None, seed)) for seed in range(5)]
    cosines = [cosine(cut[1], whole[1]) for cut, whole in pairs]
    reached = any(cut[0].any() for cut, _ in pairs)
    print(f"{window:6}  {reached!s:5}  {min(cosines):.2f} to {max(cosines):.2f}")
    #>      1  False  0.32 to 0.77
    #>      2  False  0.48 to 0.88
    #>      5  False  0.89 to 1.00
    #>     10  False  0.99 to 1.00
