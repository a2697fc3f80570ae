from backprop import train
from deep import build, steps

from digits import x, x_new, y, y_new

model = build(1, normalised=True)
train(model, x, y, **steps, rng=0)
digits = y_new.argmax(axis=0)

print("right of 300 new images, each batch by its own averages")
#> right of 300 new images, each batch by its own averages
for size in [2, 10, 300]:
    right = 0
    for i in range(0, 300, size):
        answers = model.body.forward(x_new[:, i : i + size]).argmax(axis=0)
        right += (answers == digits[i : i + size]).sum()
    print(f"batches of {size:3}: {right}")
    #> batches of   2: 60
    #> batches of  10: 216
    #> batches of 300: 248

model = build(1, normalised=True)
train(model, x, y, **steps, rng=0)
right = (model.feedforward(x_new).argmax(axis=0) == digits).sum()
print(f"by the running averages: {right}")
#> by the running averages: 248
