import torch

answers = torch.tensor([[1.0], [2.0], [3.0]])  # a row for each of three samples
wanted = torch.tensor([1.0, 2.0, 3.0])  # three numbers, and no rows

print(round(((answers - wanted) ** 2).mean().item(), 4))  # should be 0
#> 1.3333
print(tuple((answers - wanted).shape))
#> (3, 3)
