import torch
from torch.autograd import gradcheck
from torch.autograd.graph import saved_tensors_hooks


def plain(x):
    return x * torch.sigmoid(x)


class Thrifty(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * torch.sigmoid(x)

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        s = torch.sigmoid(x)  # once more
        return g * (s + x * s * (1 - s))


def arrays_kept(f, x):
    kept = []

    def note(array):
        kept.append(array)
        return array

    with saved_tensors_hooks(note, lambda array: array):
        f(x)
    return len({array.data_ptr() for array in kept})  # an array kept twice counts once


x = torch.linspace(-3, 3, 7, dtype=torch.float64, requires_grad=True)
functions = {
    "plain": plain,
    "thrifty": Thrifty.apply,
    "PyTorch's": torch.nn.functional.silu,
}
for name, f in functions.items():
    print(f"{name:9} keeps {arrays_kept(f, x)}, nudging agrees: {gradcheck(f, (x,))}")
    #> plain     keeps 2, nudging agrees: True
    #> thrifty   keeps 1, nudging agrees: True
    #> PyTorch's keeps 1, nudging agrees: True
