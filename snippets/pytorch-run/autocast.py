import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(64, 10)
images, labels = torch.rand(32, 64), torch.arange(32) % 10

with torch.autocast("cpu", dtype=torch.bfloat16):  # "cuda" on a graphics card
    logits = model(images)
    cost = nn.functional.cross_entropy(logits, labels)
print("logits", logits.dtype, "cost", cost.dtype, "weights", model.weight.dtype)
#> logits torch.bfloat16 cost torch.float32 weights torch.float32
