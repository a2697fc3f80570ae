import torch


def leaky(x):
    return torch.where(x > 0, x, 0.1 * x)


class Leaky(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return leaky(x)

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return g * (x > 0)  # and where x is below 0?


def passes(x):
    u, v = torch.randn(5), torch.randn(5)
    _, moved = torch.func.jvp(leaky, (x,), (u,))  # the plain function
    x.requires_grad_()
    (share,) = torch.autograd.grad(Leaky.apply(x), x, v)  # the rule
    size = v.norm() * moved.norm()
    # in 32 bits, rounding makes a small difference
    return abs(v @ moved - share @ u).item() < 1e-5 * size.item()


torch.manual_seed(0)
print("all above 0:", [passes(torch.rand(5) + 0.1) for _ in range(3)])
#> all above 0: [True, True, True]
print("two below 0:", [passes(torch.tensor([1.0, -2, 3, -4, 5])) for _ in range(3)])
#> two below 0: [False, False, False]
