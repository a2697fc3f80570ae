import torch
from torch import nn
from torch.autograd import gradcheck

from backprop import Network, check_gradient

error = check_gradient(Network([2, 3, 1]), [[1], [2]], [[0]])
print("check_gradient:", error < 1e-6)
#> check_gradient: True

torch.manual_seed(0)
model = nn.Sequential(
    nn.Linear(2, 3), nn.Sigmoid(), nn.Linear(3, 1), nn.Sigmoid()
).double()
x = torch.tensor([[1, 2]], dtype=torch.float64)


def cost(*parameters):
    named = dict(zip(dict(model.named_parameters()), parameters, strict=True))
    return (torch.func.functional_call(model, named, x) ** 2 / 2).sum()


print("gradcheck:     ", gradcheck(cost, tuple(model.parameters())))
#> gradcheck:      True


class Square(torch.autograd.Function):
    """A gate of one's own, with a slip on the way back."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**2

    @staticmethod
    def backward(ctx, from_above):
        (x,) = ctx.saved_tensors
        return from_above * x  # should be 2 x


found = gradcheck(Square.apply, x.requires_grad_(), raise_exception=False)
print("with a slip:   ", found)
#> with a slip:    False
