import torch
from torch import nn

layer = nn.BatchNorm1d(3)
x = torch.arange(12.0).reshape(4, 3)  # four samples
print("means:", x.mean(dim=0).tolist())
#> means: [4.5, 5.5, 6.5]


def same_alone():
    """Whether two samples get the same answers without the other two."""
    return torch.equal(layer(x)[:2], layer(x[:2]))


with torch.no_grad():
    layer.eval()
    print("eval: ", same_alone(), layer.running_mean.tolist())
    #> eval:  True [0.0, 0.0, 0.0]
    layer.train()
    layer(x)
    print("train:", [round(mean, 2) for mean in layer.running_mean.tolist()])
    #> train: [0.45, 0.55, 0.65]
    print("the same without their neighbours:", same_alone())
    #> the same without their neighbours: False
try:
    layer(x[:1])
except ValueError as error:
    print(str(error).partition(",")[0])
    #> Expected more than 1 value per channel when training
