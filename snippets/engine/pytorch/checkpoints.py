import weakref

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint_sequential

count = {"kept": 0, "most": 0, "run": 0}


def let_go():
    count["kept"] -= 1


class Layer(nn.Module):
    def forward(self, a):
        out = torch.sin(a)
        count["run"] += 1
        count["kept"] += 1
        count["most"] = max(count["most"], count["kept"])
        weakref.finalize(out, let_go)
        return out


chain = nn.Sequential(*(Layer() for _ in range(64)))


def go(every, x):
    if every == 64:
        return chain(x)
    return checkpoint_sequential(chain, 64 // every, x, use_reentrant=False)


print("every  kept  layers run  gradient")
#> every  kept  layers run  gradient
for every in [64, 32, 16, 8, 4, 2]:
    count.update(kept=0, most=0, run=0)
    x = torch.ones(5, dtype=torch.float64, requires_grad=True)
    go(every, x).sum().backward()
    print(f"{every:5} {count['most']:5} {count['run']:11}  {x.grad[0]:.6f}")
    #>    64    64          64  0.006991
    #>    32    33          95  0.006991
    #>    16    19         109  0.006991
    #>     8    15         113  0.006991
    #>     4    19         109  0.006991
    #>     2    33          95  0.006991
