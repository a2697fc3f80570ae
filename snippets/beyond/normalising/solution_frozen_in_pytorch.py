import torch

x = torch.tensor([2.0, 4, 4, 4, 5, 5, 7, 9]).double()[:, None].requires_grad_()
layer = torch.nn.BatchNorm1d(1).double()
with torch.no_grad():
    layer.running_mean.fill_(5)
    layer.running_var.fill_(4)
    layer.weight.fill_(3)

layer.eval()
back = torch.autograd.grad(layer(x)[0, 0], x)[0]
print(f"frozen:   to itself {back[0, 0]:.4f}, sum of all {back.sum():.4f}")
#> frozen:   to itself 1.5000, sum of all 1.5000

layer.train()
back = torch.autograd.grad(layer(x)[0, 0], x)[0]
none = abs(back.sum().item()) < 1e-6
print(f"training: to itself {back[0, 0]:.4f}, sum of all 0: {none}")
#> training: to itself 0.8906, sum of all 0: True
