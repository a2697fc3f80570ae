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


def worst(copies):
    """Answer three questions about the tenth that is copied worst."""
    costs = ((copies - x_new) ** 2).sum(axis=0)
    tenth = np.argsort(costs)[-45:]
    wrong = misread[tenth].sum()
    return f"{152 in tenth}, {wrong >= 6}, {wrong <= 12}"


print("of the 45 worst copies: the 6? six misread or more? twelve or fewer?")
#> of the 45 worst copies: the 6? six misread or more? twelve or fewer?
for seed in range(2):
    model = build(8, seed)
    train(model, x, x, **how, rng=seed)
    print(f"network: {worst(model.feedforward(x_new))}")
    #> network: True, True, True
    #> network: True, True, True

mean = x.mean(axis=1, keepdims=True)
directions = np.linalg.svd(x - mean, full_matrices=False)[0]
for count in (8, 9):
    plane = directions[:, :count]
    copies = mean + plane @ (plane.T @ (x_new - mean))
    print(f"plane, {count} directions: {worst(copies)}")
    #> plane, 8 directions: True, True, True
    #> plane, 9 directions: False, True, True
