import numpy as np
from third import cost, gradients, start, x, y

from backprop import numerical_gradient


def off(w, v, x, y):
    measured = numerical_gradient(lambda w: cost(w, v, x, y), w)
    claimed, _ = gradients(w, v, x, y)
    entries = abs(claimed - measured) / np.maximum(abs(claimed), abs(measured))
    return np.linalg.norm(claimed - measured) / np.linalg.norm(measured), entries.max()


def mended(w, v, x, y):
    nabla_w, nabla_v = gradients(w, v, x, y)
    lost = 0.01 * (1 - 1 / x.shape[1])
    return nabla_w + lost * w, nabla_v + lost * v


def trained(way, seed):
    w, v = start(seed)
    for _ in range(1000):
        nabla_w, nabla_v = way(w, v, x, y)
        w, v = w - 0.1 * nabla_w, v - 0.1 * nabla_v
    return w, v


def squares(w, v):
    return (w**2).sum() + (v**2).sum()


ones = [off(*start(seed), x[:, :1], y[:, :1])[0] < 1e-6 for seed in range(3)]
print("right with the first sample alone:", all(ones))
#> right with the first sample alone: True
for seed in range(3):
    last, last_mended = trained(gradients, seed), trained(mended, seed)
    norm, entry = off(*start(seed), x, y)
    forty = f"{norm:.2f}, an entry by {entry:.2f}, in the end {off(*last, x, y)[0]:.1f}"
    sums = f"squares {squares(*last):.0f}, mended {squares(*last_mended):.0f}"
    print(f"forty off by {forty}; {sums}")
    #> forty off by 0.03, an entry by 0.44, in the end 1.1; squares 39, mended 15
    #> forty off by 0.00, an entry by 0.16, in the end 1.2; squares 37, mended 16
    #> forty off by 0.01, an entry by 0.29, in the end 1.1; squares 51, mended 19
