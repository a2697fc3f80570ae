import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(4, 6, 3)  # four samples, six moments
nudged = x.clone()
nudged[1] += 0.1
for batch_first in [True, False]:
    layer = nn.RNN(3, 2, batch_first=batch_first)
    moved = layer(nudged)[0] != layer(x)[0]
    print(f"{batch_first!s:5}", moved.flatten(1).any(dim=1).tolist())
    #> True  [False, True, False, False]
    #> False [False, True, True, True]
