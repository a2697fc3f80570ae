import numpy as np
from diverges import fresh, x, y

from backprop import train


def norms(net):
    """The norm of the gradient of each mini-batch, without a step."""
    batches = [slice(first, None, 30) for first in range(30)]
    found = [net.backprop(x[:, batch], y[:, batch]) for batch in batches]
    return [np.sqrt(sum((g**2).sum() for g in nb + nw)) for nb, nw in found]


print("norms of 30 mini-batches before the first step, three seeds")
#> norms of 30 mini-batches before the first step, three seeds
for scale in [1, 1.5]:
    found = [norms(fresh(seed, scale)) for seed in [0, 1, 2]]
    ranges = [f"{min(seed):3.0f} to {max(seed):3.0f}" for seed in found]
    print(f"He's weights times {scale:3}:  {'   '.join(ranges)}")
    #> He's weights times   1:   16 to  22     3 to   8     3 to   4
    #> He's weights times 1.5:  419 to 571   128 to 253   116 to 182

for limit in [0.1, 1, 10, 100]:
    nets = [fresh(seed) for seed in [0, 1, 2]]
    runs = [train(net, x, y, eta=0.05, epochs=20, clip_norm=limit) for net in nets]
    learned = sum(run.accuracy[-1] > 0.9 for run in runs)
    print(f"limit {limit}: {learned} of 3 runs learn")
    #> limit 0.1: 0 of 3 runs learn
    #> limit 1: 3 of 3 runs learn
    #> limit 10: 3 of 3 runs learn
    #> limit 100: 3 of 3 runs learn
