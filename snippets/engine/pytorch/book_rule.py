import torch
from torch.autograd import gradcheck

from product import Product


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
