import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import PathPatch

from bookdraw import CLASS_TINTS, CLASSES, INK, MUTED, VALUE_LINE, live, shown
from bookdraw.live import label, name

from network import forward, start, step, x, y
from starts import drawn

seed, at, apart, last = 5, 40, 25, 400  # a moment of 25 epochs; 400 of them


def history(parameters):
    for moment in range(last + 1):
        yield [array.copy() for array in parameters]
        if moment < last:
            for _ in range(apart):
                step(*parameters)


moments = list(history(start(seed)))
losses = [np.mean((y - forward(x, *found)[1]) ** 2) for found in moments]
W2, b2, W3, b3 = moments[at]
a = forward(x, W2, b2, W3, b3)[1]

ticks = np.linspace(-0.55, 1.55, 43)
grid = np.array([g.ravel() for g in np.meshgrid(ticks, ticks)])
z3 = (W3 @ forward(grid, W2, b2, W3, b3)[0] + b3).reshape(43, 43)
fig, (plane, curve) = plt.subplots(2, 1, figsize=(5.0, 5.8), height_ratios=[3.1, 1])
plane.axhspan(-0.5, 1.5, color=CLASS_TINTS[1], zorder=0)
contours = plane.contourf(ticks, ticks, z3, levels=[0, z3.max() + 1])
shape = contours.get_paths()[0]
contours.remove()
region = PathPatch(shape, facecolor=CLASS_TINTS[0], edgecolor=INK, linewidth=1.2)
name(plane.add_patch(region), "region")
ends = np.array([-1.0, 2.0])
strokes = ["--", "-.", ":"]
for unit, (w, b, stroke) in enumerate(zip(W2, b2[:, 0], strokes, strict=True), 1):
    flat = abs(w[1]) >= abs(w[0])  # it is led along the axis that it crosses less
    along, across = (0, 1) if flat else (1, 0)
    border = [ends, -(w[along] * ends + b) / w[across]]
    style = {"color": MUTED, "linestyle": stroke, "linewidth": 1.3}
    (artist,) = plane.plot(border[along], border[across], **style)
    name(artist, f"W2.{unit}", f"b2.{unit}", f"W3.*.{unit}")
for place, (across, up) in enumerate(x.T, 1):
    on = y[0, place - 1] == 1
    style = {"marker": "o" if on else "X", "color": CLASSES[0 if on else 1]}
    (point,) = plane.plot(across, up, markersize=11, **style)
    name(point, f"x.*.{place}", f"a.*.{place}", f"point{place}")
plane.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), aspect="equal")
plane.set(xticks=[0, 1], yticks=[0, 1], xlabel="$x_1$", ylabel="$x_2$")

epochs = apart * np.arange(last + 1)
(fall,) = curve.plot(epochs, losses, **VALUE_LINE)
(mark,) = curve.plot(epochs[at], losses[at], "o", color=INK)
name(fall, "losses")
name(mark, "C")
label(curve, 9800, 0.225, shown(losses[at]), "C", digits=4, ha="right")
curve.set(xlabel="epoch", ylabel="loss", xlim=(-150, 10_150), ylim=(-0.01, 0.31))
curve.set(yticks=[0, 0.1, 0.2, 0.3])


def flat(W2, W3):
    return [*W2.ravel(), *W3.ravel()]


three = [flat(*start(number)[::2]) for number in range(20)]
rows = drawn(range(20), hidden=2)
two = [flat(rows[0][number].T, rows[2][number].T) for number in range(20)]
far = (-0.5, 1.5, 0.05)
live(
    fig,
    "xor",
    {"x": x, "units": 3, "start": seed, "moment": at},
    values={
        **{"epoch": apart * at, "C": losses[at], "a": a},
        **{"W2": W2, "b2": b2, "W3": W3, "b3": b3},
    },
    ranges={"x": far, "start": (0, 19, 1)},
    runs={"moment": last},
    needs={"a.i.j": ["x.*.j"], "C": ["a"]},
    data={"y": y[0], "apart": apart, "starts": {"two": two, "three": three}},
    digits=2,
)
plt.show()
