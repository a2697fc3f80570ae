import torch
from torch import nn

from backprop import TransformerBlock

from bridge import both_ways, rng, same

ours = TransformerBlock(6, heads=2, n_hidden=8)
theirs = nn.TransformerEncoderLayer(
    6, 2, 8, dropout=0, norm_first=True, batch_first=True
).double()
names = {
    "norm1.weight": "0.inside.0.gamma",
    "norm1.bias": "0.inside.0.beta",
    "self_attn.out_proj.weight": "0.inside.1.w_o",
    "norm2.weight": "1.inside.0.gamma",
    "norm2.bias": "1.inside.0.beta",
    "linear1.weight": "1.inside.1.w",
    "linear1.bias": "1.inside.1.b",
    "linear2.weight": "1.inside.3.w",
    "linear2.bias": "1.inside.3.b",
}
own = dict(theirs.named_parameters())
with torch.no_grad():
    for name, our_name in names.items():
        own[name][:] = torch.tensor(ours.parameters[our_name]).reshape(own[name].shape)
    parts = own["self_attn.in_proj_weight"].split(6)
    for part, letter in zip(parts, "qkv", strict=True):
        part[:] = torch.tensor(ours.parameters[f"0.inside.1.w_{letter}"])
    own["self_attn.in_proj_bias"][:] = 0
    own["self_attn.out_proj.bias"][:] = 0

x = rng.normal(size=(6, 5, 3))
print(both_ways(ours, theirs, x, (2, 1, 0)))
#> TransformerBlock: forward True, back True
found = [
    same((ours.gradients[our_name].reshape(own[name].shape), own[name].grad))
    for name, our_name in names.items()
]
print("gradients that are the same:", sum(found), "of", len(names))
#> gradients that are the same: 9 of 9
print("parameters: ours", len(ours.parameters), "theirs", len(own))
#> parameters: ours 12 theirs 12
