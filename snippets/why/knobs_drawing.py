import matplotlib.pyplot as plt
import numpy as np

from bookdraw import DOWN, MUTED, UP

from network import net, six, wanted

nabla_b, nabla_w = net.backprop(six, wanted)
slopes = np.concatenate([nabla.ravel() for nabla in nabla_w + nabla_b])
places = [
    (knobs, place)
    for knobs in net.weights + net.biases
    for place in np.ndindex(knobs.shape)
]  # in the order of the slopes

turns = np.linspace(-1, 1, 41)
fig, ax = plt.subplots(figsize=(5.0, 2.9))
for text, number, colour, style in [
    ("helps if turned up", slopes.argmin(), UP, "-"),
    ("helps if turned down", slopes.argmax(), DOWN, "--"),
    ("does nothing", np.abs(slopes).argmin(), MUTED, ":"),
]:
    knobs, place = places[number]
    kept, shares = knobs[place], []
    for turn in turns:
        knobs[place] = kept + turn
        shares.append(100 * net.feedforward(six)[6, 0])
    knobs[place] = kept
    ax.plot(turns, shares, style, color=colour)
    at, side = (0, "left") if text.endswith("down") else (-1, "right")
    ax.text(turns[at], shares[at] + 0.3, text, color=colour, ha=side)
ax.set(xlabel="how far the knob is turned", ylabel="share of the 6, in percent")
ax.set(xlim=(-1, 1), ylim=(0, 5), xticks=[-1, 0, 1], yticks=range(6))
plt.show()
