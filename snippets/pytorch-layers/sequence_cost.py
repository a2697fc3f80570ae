import torch
from torch.nn.functional import cross_entropy

words = torch.tensor([[1, 2, 2], [2, 1, 0]])  # two sentences; the 0 is padding
logits = torch.zeros(2, 3, 3)  # (m, time, classes), with as many places as classes
logits[0, 0, 1] = logits[0, 1, 2] = logits[0, 2, 2] = 5  # sure, and right,
logits[1, 0, 2] = logits[1, 1, 1] = 5  # at each of the five words

print(f"classes last    {cross_entropy(logits, words):.3f}")
#> classes last    1.322
turned = logits.transpose(1, 2)
print(f"classes second  {cross_entropy(turned, words):.3f}")
#> classes second  0.194
print(f"words only      {cross_entropy(turned, words, ignore_index=0):.3f}")
#> words only      0.013

try:
    cross_entropy(logits[:, :2], words[:, :2])
except RuntimeError:
    print("with two places, an error")
    #> with two places, an error
