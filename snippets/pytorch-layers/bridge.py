import numpy as np
import torch

rng = np.random.default_rng(0)


def same(*pairs):
    """Whether the two arrays of each pair are equal, up to rounding."""
    return all(np.abs(a - b.detach().numpy()).max() < 1e-10 for a, b in pairs)


def both_ways(ours, theirs, x, axes):
    """Go forward and back in both; `axes` leads to PyTorch's order."""
    a = ours.forward(x)
    delta = rng.normal(size=a.shape)
    onward = ours.backward(delta)

    u = torch.tensor(x.transpose(axes), requires_grad=True)
    v = theirs(u)
    v = v[0] if isinstance(v, tuple) else v
    v.backward(torch.tensor(delta.transpose(axes)))

    forward, back = same((a.transpose(axes), v)), same((onward.transpose(axes), u.grad))
    return f"{type(ours).__name__}: forward {forward}, back {back}"
