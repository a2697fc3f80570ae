from around import around

from digits import x, y


def moving(zeros):
    """Return which gradients in ten blocks are not 0, if these matrices start at 0."""
    model = around(20, 0, 1)
    for name, w in model.body.parameters.items():
        if name.endswith(zeros):
            w[:] = 0
    moved = [name for name, g in model.backprop(x, y).items() if (g != 0).any()]
    return sorted({name.split(".", 1)[1] for name in moved if "inside" in name})


print("both at 0: ", *moving(("inside.0.w", "inside.2.w")))
#> both at 0:  inside.2.b
print("the last:  ", *moving("inside.2.w"))
#> the last:   inside.2.b inside.2.w
print("the first: ", *moving("inside.0.w"))
#> the first:  inside.2.b
