import torch

for kind in (torch.float32, torch.float16, torch.bfloat16):
    weight, step = torch.ones((), dtype=kind), torch.tensor(0.001, dtype=kind)
    for _ in range(900):
        weight -= step
    print(f"{kind}: {weight.item():.3f} is left")
    #> torch.float32: 0.100 is left
    #> torch.float16: 0.121 is left
    #> torch.bfloat16: 1.000 is left
