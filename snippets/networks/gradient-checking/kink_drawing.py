import matplotlib.pyplot as plt

from bookdraw import GRADIENT, MUTED, VALUE

fig, ax = plt.subplots(figsize=(5.0, 2.7))
ax.plot([-2, 0, 2], [0, 0, 2], color=VALUE)
ax.plot([-0.7, 1.3], [0, 1.3], "o--", color=GRADIENT)
ax.plot(0.3, 0.3, "o", color=VALUE)
ax.annotate("$z$", (0.3, 0.3), (0.45, 0.05), color=VALUE)
ax.annotate("$z - h$", (-0.7, 0), (-0.95, 0.22), color=GRADIENT)
ax.annotate("$z + h$", (1.3, 1.3), (0.75, 1.45), color=GRADIENT)
ax.text(-1.9, 1.2, "the dashed line is flatter\nthan the curve at $z$", color=MUTED)
ax.set(xlabel="$z$", ylabel="relu$(z)$", aspect="equal")
plt.show()
