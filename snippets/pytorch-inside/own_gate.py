import torch
from torch.autograd import gradcheck

from layer_gate import Layer


class WrongLayer(Layer):
    @staticmethod
    def backward(ctx, from_above):
        a_before, weights, a = ctx.saved_tensors
        slope = torch.sigmoid(a) * (1 - torch.sigmoid(a))  # at a: should be at z
        delta = from_above * slope
        return delta @ weights, delta.T @ a_before, delta.sum(dim=0)


torch.manual_seed(0)
shapes = (4, 2), (3, 2), (3,)  # inputs, weights, biases
numbers = [torch.randn(shape).double().requires_grad_() for shape in shapes]
print("right:", gradcheck(Layer.apply, numbers))
#> right: True
print("wrong:", gradcheck(WrongLayer.apply, numbers, raise_exception=False))
#> wrong: False

W2 = torch.tensor([[1, -0.5], [-1, 1], [0.5, 1]]).double().requires_grad_()
b2 = torch.tensor([-1.0, 1, -1]).double().requires_grad_()
W3 = torch.tensor([[2.0, -1, 1]]).double().requires_grad_()
b3 = torch.tensor([0.5]).double().requires_grad_()
x = torch.tensor([[1.0, 2]]).double()
for gate in (Layer, WrongLayer):
    answer = gate.apply(gate.apply(x, W2, b2), W3, b3)
    slopes = torch.autograd.grad((answer**2).sum() / 2, W2)[0]
    print(f"{gate.__name__:10}", slopes.numpy().round(4).tolist())
    #> Layer      [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]
    #> WrongLayer [[0.0783, 0.1567], [-0.0331, -0.0661], [0.0339, 0.0678]]
