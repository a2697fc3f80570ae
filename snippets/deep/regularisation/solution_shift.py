import numpy as np

from backprop import Network, accuracy, datasets, train

settings = {"hidden": "relu", "output": "softmax", "cost": "cross_entropy"}
data = datasets.digits()


def with_shifts(x, y):
    images = np.pad(x.reshape(8, 8, -1), ((1, 1), (1, 1), (0, 0)))
    corners = [(1, 1), (0, 1), (2, 1), (1, 0), (1, 2)]  # where to cut
    shifted = [images[r : r + 8, c : c + 8].reshape(64, -1) for r, c in corners]
    return np.hstack(shifted), np.hstack([y] * 5)


for made_up in [False, True]:
    right = 0
    for seed in range(5):
        x, y, x_test, y_test = datasets.split(*data, rng=seed)
        x, y = x[:, :200], y[:, :200]
        if made_up:
            x, y = with_shifts(x, y)
        net = Network([64, 30, 10], **settings, init="he", rng=seed)
        train(net, x, y, epochs=12_000 // x.shape[1], eta=0.1, rng=seed)
        right += accuracy(net, x_test, y_test) / 5
    print(f"{x.shape[1]} images: {right:.1%} right")
    #> 200 images: 92.1% right
    #> 1000 images: 88.6% right
