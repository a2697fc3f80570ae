from matplotlib import pyplot as plt

from backprop import Network, train
from bookdraw import ACCENT, MUTED

from network import fresh, x, y

dead = fresh()
dead.biases = [b - 10 for b in dead.biases]
saturated = Network([2, 20, 20, 3], hidden="sigmoid", output="sigmoid")
saturated.weights = [50 * w for w in saturated.weights]
stuck = [
    (fresh(init="zeros"), 0.1),
    (fresh(init="small"), 0.1),
    (fresh(), 1e-5),
    (dead, 0.1),
    (saturated, 0.1),
]

fig, ax = plt.subplots()
for net, eta in stuck:
    history = train(net, x, y, epochs=30, eta=eta)
    ax.plot(history.cost, "-", color=MUTED, linewidth=1.2)
history = train(fresh(), x, y, epochs=30, eta=0.1)
ax.plot(history.cost, "-", color=ACCENT, linewidth=2)
ax.text(29, 1.0, "five patients", color=MUTED, ha="right")
ax.text(29, 0.22, "healthy", color=ACCENT, ha="right")
ax.set(xlabel="epoch", ylabel="cost", ylim=(0, 1.3))
plt.show()
