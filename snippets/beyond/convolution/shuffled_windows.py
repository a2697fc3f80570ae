from shuffled import order, steps

from backprop import accuracy, train

from digits import x, x_new, y, y_new
from network import windows

read = []
for seed in range(3):
    model = windows(seed)
    train(model, x[order].reshape(1, 8, 8, -1), y, rng=seed, **steps)
    read.append(f"{accuracy(model, x_new[order].reshape(1, 8, 8, -1), y_new):.2f}")
print("windows on shuffled images: ", "  ".join(read))
#> windows on shuffled images:  0.90  0.93  0.93
