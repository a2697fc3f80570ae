from torch import nn

from backprop import BatchNorm, LayerNorm, RMSNorm

from bridge import both_ways, rng, same

x = rng.normal(2, 3, size=(4, 6))  # four units, six samples
images = rng.normal(2, 3, size=(4, 5, 5, 6))  # four channels, 5 × 5 places, six images
pairs = [
    (BatchNorm(4), nn.BatchNorm1d(4), x, (1, 0)),
    (BatchNorm(4), nn.BatchNorm2d(4), images, (3, 0, 1, 2)),
    (LayerNorm(4), nn.LayerNorm(4), x, (1, 0)),
    (RMSNorm(4), nn.RMSNorm(4, eps=1e-5), x, (1, 0)),
]
for ours, theirs, given, axes in pairs:
    told = both_ways(ours, theirs.double(), given, axes)
    to_gamma = same((ours.nabla_gamma[:, 0], theirs.weight.grad))
    print(f"{told}, to gamma {to_gamma} ({type(theirs).__name__})")
    #> BatchNorm: forward True, back True, to gamma True (BatchNorm1d)
    #> BatchNorm: forward True, back True, to gamma True (BatchNorm2d)
    #> LayerNorm: forward True, back True, to gamma True (LayerNorm)
    #> RMSNorm: forward True, back True, to gamma True (RMSNorm)
