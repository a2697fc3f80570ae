import torch
from torch import nn

cross_entropy = nn.CrossEntropyLoss()
sure = torch.zeros(1, 10, dtype=torch.float64)
sure[0, 6] = 1000  # logits that could not be surer: it is a 6
answer = torch.tensor([6])

print(f"logits:        {cross_entropy(sure, answer).item():.4f}")
#> logits:        0.0000
print(f"softmax twice: {cross_entropy(sure.softmax(dim=1), answer).item():.4f}")
#> softmax twice: 1.4612
