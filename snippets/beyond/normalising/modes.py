from backprop import train
from deep import build, steps

from digits import x, x_new, y, y_new

digits = y_new.argmax(axis=0)
counts = {}
for seed in range(3):
    model = build(1, normalised=True, seed=seed)
    train(model, x, y, **steps, rng=seed)
    right = (model.feedforward(x_new).argmax(axis=0) == digits).sum()
    counts.setdefault("running averages", []).append(right)
    for size in [300, 10, 2]:
        right = 0
        for i in range(0, 300, size):
            answers = model.body.forward(x_new[:, i : i + size]).argmax(axis=0)
            right += (answers == digits[i : i + size]).sum()
        counts.setdefault(f"batches of {size}", []).append(right)

print("right of 300 new images, three networks")
#> right of 300 new images, three networks
for name, right in counts.items():
    print(f"{name:16} ", *right, sep="  ")
    #> running averages   248  264  246
    #> batches of 300     248  258  250
    #> batches of 10      216  222  207
    #> batches of 2       60  70  73
