import numpy as np

from backprop import Network, train

from network import x, x_new, y, y_new


def moved(x, down, right):
    images = np.pad(x.reshape(8, 8, -1), [(1, 1), (1, 1), (0, 0)])
    return images[1 - down : 9 - down, 1 - right : 9 - right].reshape(64, -1)


def slopes(net, image, answer):
    """The derivative of the cost with respect to each square of the image."""
    nabla_b, _ = net.backprop(image, answer)
    return net.weights[0].T @ nabla_b[0]


def read(net, x):
    return (net.feedforward(x).argmax(axis=0) == y_new.argmax(axis=0)).sum()


five = [(0, 0), (0, -1), (0, 1), (-1, 0), (1, 0)]
cure = np.hstack([moved(x, *move) for move in five]), np.tile(y, 5)
shape = {"output": "softmax", "cost": "cross_entropy", "init": "nielsen"}
how = {"epochs": 20, "eta": 1.0, "batch_size": 32, "progress": False}
samples = [(x_new[:, [i]], y_new[:, [i]]) for i in range(x_new.shape[1])]

print("learned from  as it is  by lot  against the wishes")
#> learned from  as it is  by lot  against the wishes
for seed in range(3):
    lot = np.random.default_rng(seed).choice([-0.1, 0.1], size=x_new.shape)
    for images, answers in [(x, y), cure]:
        net = Network([64, 32, 10], **shape, rng=seed)
        train(net, images, answers, rng=seed, **how)
        uphill = np.sign(np.hstack([slopes(net, *sample) for sample in samples]))
        changes = [0, lot, 0.1 * uphill]
        counts = [read(net, np.clip(x_new + change, 0, 1)) for change in changes]
        print(f"{images.shape[1]:12}  {counts[0]:8}  {counts[1]:6}  {counts[2]:18}")
        #>         1348       433     427                 283
        #>         6740       434     428                 144
        #>         1348       431     428                 280
        #>         6740       431     423                 104
        #>         1348       428     420                 278
        #>         6740       434     424                 122
