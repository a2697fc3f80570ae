import numpy as np
from third import cost, gradients, start, x, y

from backprop import numerical_gradient


def off(w, v, x, y):
    measured = numerical_gradient(lambda w: cost(w, v, x, y), w)
    claimed, _ = gradients(w, v, x, y)
    return np.linalg.norm(claimed - measured) / np.linalg.norm(measured)


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


for seed in range(3):
    first = start(seed)
    last, last_mended = trained(gradients, seed), trained(mended, seed)
    alone = off(*first, x[:, :1], y[:, :1]) < 1e-6  # with the first sample only
    forty = f"{off(*first, x, y):.2f}, in the end {off(*last, x, y):.1f}"
    sums = f"squares {squares(*last):.0f}, mended {squares(*last_mended):.0f}"
    print(f"one sample right: {alone}; forty off by {forty}; {sums}")
    #> one sample right: True; forty off by 0.03, in the end 1.1; squares 39, mended 15
    #> one sample right: True; forty off by 0.00, in the end 1.2; squares 37, mended 16
    #> one sample right: True; forty off by 0.01, in the end 1.1; squares 51, mended 19
