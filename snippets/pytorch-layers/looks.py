import numpy as np
import torch
from torch import nn

from backprop import Attention

from bridge import both_ways, rng, same

x = rng.normal(size=(6, 5, 3))  # six rows, five places, three samples
ours = Attention(6, heads=2)
theirs = nn.MultiheadAttention(6, 2, bias=False, batch_first=True).double()
with torch.no_grad():
    stacked = np.vstack([ours.w_q, ours.w_k, ours.w_v])
    theirs.in_proj_weight[:] = torch.tensor(stacked)
    theirs.out_proj.weight[:] = torch.tensor(ours.w_o)

print(both_ways(ours, lambda u: theirs(u, u, u), x, (2, 1, 0)))
#> Attention: forward True, back True
parts = zip("qkv", theirs.in_proj_weight.grad.split(6), strict=True)
pairs = [(ours.gradients[f"w_{letter}"], grad) for letter, grad in parts]
print("to the matrices", same(*pairs, (ours.nabla_w_o, theirs.out_proj.weight.grad)))
#> to the matrices True

u = torch.tensor(x.transpose(2, 1, 0))
_, weights = theirs(u, u, u)
print("weights", ours.p.shape, tuple(weights.shape))
#> weights (2, 5, 5, 3) (3, 5, 5)
print("mean over the heads, transposed:", same((ours.p.mean(axis=0).T, weights)))
#> mean over the heads, transposed: True
