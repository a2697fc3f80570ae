import matplotlib.pyplot as plt
import numpy as np

from bookdraw import DOWN, MUTED, UP

from network import net, six, wanted

_, nabla_w = net.backprop(six, wanted)
knobs, slopes = net.weights[1], nabla_w[1]

turns = np.linspace(-1, 1, 41)
fig, ax = plt.subplots(figsize=(5.0, 2.9))
for text, place, colour, style in [
    ("helps if turned up", slopes.argmin(), UP, "-"),
    ("helps if turned down", slopes.argmax(), DOWN, "--"),
    ("does nothing", np.abs(slopes).argmin(), MUTED, ":"),
]:
    kept, shares = knobs.flat[place], []
    for turn in turns:
        knobs.flat[place] = kept + turn
        shares.append(100 * net.feedforward(six)[6, 0])
    knobs.flat[place] = kept
    ax.plot(turns, shares, style, color=colour)
    at, side = (0, "left") if text.endswith("down") else (-1, "right")
    ax.text(turns[at], shares[at] + 0.3, text, color=colour, ha=side)
ax.set(xlabel="how far the knob is turned", ylabel="share of the 6, in percent")
ax.set(xlim=(-1, 1), ylim=(0, 5), xticks=[-1, 0, 1], yticks=range(6))
plt.show()
