import matplotlib.pyplot as plt

from bookdraw import FIRST, SECOND


def story(layers, every):
    """How many arrays are kept after each layer that is run, forward and back."""
    kept, counts = [], [0]
    for layer in range(layers):
        if layer % every == 0:
            kept.append(layer)
        counts.append(len(kept))
    for start in reversed(kept):
        checkpoints = start // every + 1
        for again in range(1, every):
            counts.append(checkpoints + again)
        for left in reversed(range(every)):
            counts.append(checkpoints + left - (left == 0))
    return counts


fig, ax = plt.subplots(figsize=(4.4, 2.9))
ax.plot(story(64, 1), **FIRST)
ax.plot(story(64, 8), **SECOND)
ax.text(58, 64, "all are kept", ha="right", va="center", color=FIRST["color"])
ax.text(120, 22, "every eighth is kept", ha="center", color=SECOND["color"])
ax.set(xlabel="layers run, forward and back", xlim=(0, 190))
ax.set(ylabel="arrays kept", ylim=(0, 70))
ax.grid(axis="y")
plt.show()
