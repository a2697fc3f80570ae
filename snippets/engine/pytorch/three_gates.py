import torch

a, b, c = (torch.tensor(x, requires_grad=True) for x in (1.0, -2.0, -3.0))
f = torch.sigmoid((a + b) * c)


def show(node, depth=0):
    names = [name for name in dir(node) if name.startswith("_saved_")]
    kept = [getattr(node, name) for name in names]
    numbers = [f"{number:.4f}" for number in kept if torch.is_tensor(number)]
    print("   " * depth + node.name().split("::")[-1], *numbers)
    #> SigmoidBackward0 0.9526
    #>    MulBackward0 -3.0000 -1.0000
    #>       AddBackward0
    #>          AccumulateGrad
    #>          AccumulateGrad
    #>       AccumulateGrad
    for earlier, _ in node.next_functions:
        show(earlier, depth + 1)


show(f.grad_fn)
f.backward()
print(f"gradients: {a.grad:.4f}, {b.grad:.4f}, {c.grad:.4f}")
#> gradients: -0.1355, -0.1355, -0.0452
