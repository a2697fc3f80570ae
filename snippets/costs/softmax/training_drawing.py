import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import PathPatch

from backprop import Network, datasets
from bookdraw import CLASS_MARKERS, CLASS_TINTS, CLASSES, INK, VALUE_LINE, live, shown
from bookdraw.live import label, name

X, Y = datasets.twenty_points()
answer = Y.argmax(axis=0)
apart, last, at, eta = 5, 100, 20, 0.2  # a moment of 5 epochs; 100 of them
style = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}

net = Network([2, 4, 4, 3], **style)
costs = []
for epoch in range(apart * last + 1):
    if epoch % apart == 0:
        costs.append(net.cost(X, Y))
    if epoch == apart * at:
        weights, biases = net.weights, net.biases
    nabla_b, nabla_w = net.backprop(X, Y)
    net.weights = [w - eta * g for w, g in zip(net.weights, nabla_w, strict=True)]
    net.biases = [b - eta * g for b, g in zip(net.biases, nabla_b, strict=True)]

net.weights, net.biases = weights, biases
a = net.feedforward(X)
right = int(np.sum(a.argmax(axis=0) == answer))

ticks = np.linspace(-1.35, 1.35, 37)
grid = np.array([g.ravel() for g in np.meshgrid(ticks, ticks)])
z = net.forward_pass(grid)[0][4].reshape(3, 37, 37)
fig, (plane, curve) = plt.subplots(2, 1, figsize=(5.0, 5.8), height_ratios=[3.1, 1])
plane.axhspan(-1.3, 1.3, color=CLASS_TINTS[0], zorder=0)
for j, tint in enumerate(CLASS_TINTS):
    lead = z[j] - np.delete(z, j, axis=0).max(axis=0)
    contours = plane.contourf(ticks, ticks, lead, levels=[0, lead.max() + 1])
    shape = contours.get_paths()[0]
    contours.remove()
    region = PathPatch(shape, facecolor=tint, edgecolor=INK, linewidth=0.8)
    name(plane.add_patch(region), f"region{j + 1}")
for i, (across, up) in enumerate(X.T):
    look = {"marker": CLASS_MARKERS[answer[i]], "color": CLASSES[answer[i]]}
    (point,) = plane.plot(across, up, markersize=7, **look)
    name(point, f"x.*.{i + 1}", f"point{i + 1}")
plane.set(xlim=(-1.3, 1.3), ylim=(-1.3, 1.3), aspect="equal")
plane.set(xticks=[-1, 0, 1], yticks=[-1, 0, 1], xlabel="$x_1$", ylabel="$x_2$")

epochs = apart * np.arange(last + 1)
(fall,) = curve.plot(epochs, costs, **VALUE_LINE)
(mark,) = curve.plot(epochs[at], costs[at], "o", color=INK)
name(fall, "costs")
name(mark, "C")
label(curve, 490, 1.2, shown(costs[at]), "C", digits=4, ha="right")
curve.set(xlabel="epoch", ylabel="cost", xlim=(-8, 508), ylim=(-0.05, 1.6))


def flat(network):
    layers = zip(network.weights, network.biases, strict=True)
    return np.concatenate([part.ravel() for layer in layers for part in layer])


sizes = {"none": [2, 3], "two": [2, 4, 4, 3]}
starts = {
    key: [flat(Network(units, **style, rng=seed)) for seed in range(5)]
    for key, units in sizes.items()
}
live(
    fig,
    "twenty",
    {
        **{"x": X, "point": 1, "across": X[0, 0], "up": X[1, 0]},
        **{"deep": 1, "start": 0, "moment": at},
    },
    values={"epoch": apart * at, "C": costs[at], "right": right, "a": a},
    ranges={
        **{"point": (1, 20, 1), "deep": (0, 1, 1), "start": (0, 4, 1)},
        **dict.fromkeys(["x", "across", "up"], (-1.3, 1.3, 0.05)),
    },
    runs={"moment": last},
    data={"y": answer, "apart": apart, "sizes": sizes, "starts": starts},
    digits=2,
)
plt.show()
