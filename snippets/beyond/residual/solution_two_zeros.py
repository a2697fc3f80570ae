from around import around

from digits import x, y

model = around(20, 0, 0)
for name, w in model.body.parameters.items():
    if name.endswith("inside.0.w"):
        w[:] = 0

moved = [name for name, g in model.backprop(x, y).items() if (g != 0).any()]
inside = [name.split(".", 1)[1] for name in moved if "inside" in name]
print("gradients in ten blocks that are not 0:", *set(inside), "in", len(inside))
#> gradients in ten blocks that are not 0: inside.2.b in 10
