import numpy as np
from copy_digits import build, how

from backprop import Network, train

from digits import x, x_new, y, y_new

reader = Network(
    [64, 32, 10], output="softmax", cost="cross_entropy", init="nielsen", rng=0
)
train(reader, x, y, epochs=20, eta=1.0, batch_size=32)
misread = reader.feedforward(x_new).argmax(axis=0) != y_new.argmax(axis=0)
print(f"misread {misread.sum()} of {misread.size}, the 6 among them: {misread[152]}")
#> misread 16 of 449, the 6 among them: True
print("of the 45 worst copies: the 6? six misread or more? thirty right or more?")
#> of the 45 worst copies: the 6? six misread or more? thirty right or more?
for seed in range(2):
    model = build(8, seed)
    train(model, x, x, **how, rng=seed)
    costs = ((model.feedforward(x_new) - x_new) ** 2).sum(axis=0)
    worst = np.argsort(costs)[-45:]  # a tenth of the images
    named, wrong = 152 in worst, misread[worst].sum()
    print(f"{named}, {wrong >= 6}, {wrong <= 15}")
    #> True, True, True
    #> True, True, True
