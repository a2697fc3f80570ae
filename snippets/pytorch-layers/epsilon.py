import torch
from torch import nn

from backprop import RMSNorm

x = torch.tensor([[0.001, -0.001, 0.001, -0.001]])  # in 32 bits
for name, layer in [("as it comes", nn.RMSNorm(4)), ("1e-5", nn.RMSNorm(4, eps=1e-5))]:
    print(f"{name:12}", [round(u, 2) for u in layer(x)[0].tolist()])
    #> as it comes  [0.95, -0.95, 0.95, -0.95]
    #> 1e-5         [0.3, -0.3, 0.3, -0.3]
print("ours        ", RMSNorm(4).forward(x.numpy().T).ravel().round(2))
#> ours         [ 0.3 -0.3  0.3 -0.3]
