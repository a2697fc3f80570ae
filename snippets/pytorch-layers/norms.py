from torch import nn

from backprop import BatchNorm, LayerNorm, RMSNorm

from bridge import both_ways, rng, same

x = rng.normal(2, 3, size=(4, 6))  # four units, six samples
pairs = [
    (BatchNorm(4), nn.BatchNorm1d(4)),
    (LayerNorm(4), nn.LayerNorm(4)),
    (RMSNorm(4), nn.RMSNorm(4, eps=1e-5)),
]
for ours, theirs in pairs:
    told = both_ways(ours, theirs.double(), x, (1, 0))
    print(f"{told}, to gamma {same((ours.nabla_gamma[:, 0], theirs.weight.grad))}")
    #> BatchNorm: forward True, back True, to gamma True
    #> LayerNorm: forward True, back True, to gamma True
    #> RMSNorm: forward True, back True, to gamma True
