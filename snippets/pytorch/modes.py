import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 100), nn.ReLU(), nn.Dropout(0.5), nn.Linear(100, 1))
x = torch.randn(1, 4)

model.train()
print("train: ", len({model(x).item() for _ in range(20)}), "answers in 20 calls")
#> train:  20 answers in 20 calls
model.eval()
print("eval:  ", len({model(x).item() for _ in range(20)}), "answer in 20 calls")
#> eval:   1 answer in 20 calls

print("eval still keeps the way back:", model(x).requires_grad)
#> eval still keeps the way back: True
with torch.no_grad():
    print("no_grad does not:", model(x).requires_grad)
    #> no_grad does not: False
    model.train()
    many = len({model(x).item() for _ in range(20)})
    print("but it leaves dropout on:", many, "answers")
    #> but it leaves dropout on: 20 answers
