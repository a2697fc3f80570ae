import torch
from torch import nn

from backprop import BatchNorm

from bridge import rng, same

batches = rng.normal(5, 2, size=(30, 1, 8))  # thirty batches of eight samples
ours = BatchNorm(1, keep=0.9)
theirs = nn.BatchNorm1d(1, momentum=0.1).double()
copied = nn.BatchNorm1d(1, momentum=0.9).double()
for batch in batches:
    ours.forward(batch)
    theirs(torch.tensor(batch.T))
    copied(torch.tensor(batch.T))
print("means equal", same((ours.running_mean[0], theirs.running_mean)))
#> means equal True
print("variances equal", same((ours.running_variance[0], theirs.running_var)))
#> variances equal True

print(f"all batches {batches.mean():.2f}, the last one {batches[-1].mean():.2f}")
#> all batches 4.96, the last one 3.34
print(f"keep 0.9: {ours.running_mean.item():.2f}")
#> keep 0.9: 4.55
print(f"momentum 0.9: {copied.running_mean.item():.2f}")
#> momentum 0.9: 3.47
