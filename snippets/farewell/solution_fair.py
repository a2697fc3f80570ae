import numpy as np

from backprop import Network, train

from network import net, x, x_new, y, y_new


def moved(x, down, right):
    """Images moved by up to two squares; what comes in at an edge is empty."""
    images = np.pad(x.reshape(8, 8, -1), [(2, 2), (2, 2), (0, 0)])
    return images[2 - down : 10 - down, 2 - right : 10 - right].reshape(64, -1)


five = [(0, 0), (0, -1), (0, 1), (-1, 0), (1, 0)]
images, answers = np.hstack([moved(x, *move) for move in five]), np.tile(y, 5)
shape = {"output": "softmax", "cost": "cross_entropy", "init": "nielsen"}
networks = [net]
for seed in range(3):
    networks.append(Network([64, 32, 10], **shape, rng=seed))
    how = {"epochs": 20, "eta": 1.0, "batch_size": 32, "progress": False}
    train(networks[-1], images, answers, rng=seed, **how)

others = y_new[6] == 0  # the sixes have been looked at
x_new, wanted = x_new[:, others], y_new[:, others].argmax(axis=0)
print(f"read of {x_new.shape[1]}     before  cured, from three starts")
#> read of 410     before  cured, from three starts
for name, move in [
    ("not moved", (0, 0)),
    ("right by 1", (0, 1)),
    ("up by 1", (-1, 0)),
    ("right by 2", (0, 2)),
    ("right and down", (1, 1)),
]:
    said = [n.feedforward(moved(x_new, *move)).argmax(axis=0) for n in networks]
    counts = [f"{np.sum(answer == wanted):5}" for answer in said]
    print(f"{name:14}  {'  '.join(counts)}")
    #> not moved         395    395    392    395
    #> right by 1        200    394    391    403
    #> up by 1           183    381    374    383
    #> right by 2         43    210    185    214
    #> right and down     67    248    245    233
