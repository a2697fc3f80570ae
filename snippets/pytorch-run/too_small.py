import torch

for dtype in torch.float32, torch.bfloat16, torch.float16:
    for factor in (1, 1024):
        w = torch.tensor(1.0, requires_grad=True)
        cost = 1e-8 * w.to(dtype)  # the slope is 0.00000001
        (factor * cost).backward()
        print(f"{dtype}, cost times {factor:4}: {w.grad.item() / factor:.2e}")
        #> torch.float32, cost times    1: 1.00e-08
        #> torch.float32, cost times 1024: 1.00e-08
        #> torch.bfloat16, cost times    1: 1.00e-08
        #> torch.bfloat16, cost times 1024: 1.00e-08
        #> torch.float16, cost times    1: 0.00e+00
        #> torch.float16, cost times 1024: 1.00e-08
