import torch
from torch.autograd import gradcheck

from backprop import vjps


class Product(torch.autograd.Function):
    """The book's rule for a product of matrices, as a gate of PyTorch."""

    @staticmethod
    def forward(ctx, S, R):
        Z, ctx.to_S, ctx.to_R = vjps.matmul_rule(S.numpy(), R.numpy())
        return torch.from_numpy(Z)

    @staticmethod
    def backward(ctx, G):
        shares = ctx.to_S(G.numpy()), ctx.to_R(G.numpy())
        return tuple(torch.from_numpy(share) for share in shares)


class Untransposed(Product):
    @staticmethod
    def backward(ctx, G):
        to_S, to_R = Product.backward(ctx, G)
        return to_S.T, to_R


torch.manual_seed(0)
S, R = (torch.randn(3, 3, dtype=torch.float64, requires_grad=True) for _ in range(2))
print("the book's rule: ", gradcheck(Product.apply, (S, R)))
#> the book's rule:  True
print("with a slip:     ", gradcheck(Untransposed.apply, (S, R), raise_exception=False))
#> with a slip:      False
