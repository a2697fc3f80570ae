from matplotlib import pyplot as plt

from backprop import train
from bookdraw import ACCENT, INK, MUTED

from network import fresh, x, y

curves = [
    (0.01, "too small", ACCENT, "-.", 2),
    (1, "about right", INK, "-", -20),
    (10, "too large", MUTED, "--", 2),
]

fig, ax = plt.subplots()
for eta, word, colour, line, above in curves:
    history = train(fresh(), x, y, epochs=50, eta=eta, batch_size=None)
    ax.semilogy(history.cost, line, color=colour)
    ax.annotate(
        f"{word} ({eta})",
        (49, history.cost[-1]),
        xytext=(0, above + 4),
        textcoords="offset points",
        ha="right",
        color=colour,
    )
ax.set(xlabel="step", ylabel="cost", ylim=(0.1, 1000))
plt.show()
