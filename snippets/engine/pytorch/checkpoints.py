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
        weakref.finalize(out, let_go)  # calls let_go when the array is thrown away
        return out


def measured(layers, every):
    chain = nn.Sequential(*(Layer() for _ in range(layers)))
    count.update(kept=0, most=0, run=0)
    x = torch.ones(5, dtype=torch.float64, requires_grad=True)
    if every == layers:
        out = chain(x)
    else:
        out = checkpoint_sequential(chain, layers // every, x, use_reentrant=False)
    out.sum().backward()
    return count["most"], count["run"], x.grad[0].item()


if __name__ == "__main__":
    print("every  kept  layers run  gradient")
    #> every  kept  layers run  gradient
    for every in [64, 32, 16, 8, 4, 2]:
        most, run, slope = measured(64, every)
        print(f"{every:5} {most:5} {run:11}  {slope:.6f}")
        #>    64    64          64  0.006991
        #>    32    33          95  0.006991
        #>    16    19         109  0.006991
        #>     8    15         113  0.006991
        #>     4    19         109  0.006991
        #>     2    33          95  0.006991
