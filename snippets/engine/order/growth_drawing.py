import matplotlib.pyplot as plt

from bookdraw import FIRST, GRID, SECOND, WIDTH

diamonds = range(1, 31)
fig, ax = plt.subplots(figsize=(WIDTH, 2.6))
ax.plot(diamonds, [6 * (2**n - 1) for n in diamonds], **FIRST)
ax.plot(diamonds, [6 * n for n in diamonds], **SECOND)
ax.text(17, 3e6, "share by share", ha="right", color=FIRST["color"])
ax.text(30, 500, "in order", ha="right", color=SECOND["color"])
ax.grid(axis="y", color=GRID)
ax.set(xlabel="diamonds in a row", ylabel="steps back", yscale="log")
plt.show()
