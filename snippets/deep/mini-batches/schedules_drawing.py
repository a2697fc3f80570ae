import matplotlib.pyplot as plt

from backprop import schedules
from bookdraw import GRID, VALUE

kinds = {
    "step": schedules.step(every=10, factor=0.5),
    "exponential": schedules.exponential(0.9),
    "cosine": schedules.cosine(),
    "warm-up, then cosine": schedules.warmup(5, then=schedules.cosine()),
}
fig, axes = plt.subplots(2, 2, figsize=(5.0, 4.0), sharex=True, sharey=True)
for ax, (name, schedule) in zip(axes.flat, kinds.items(), strict=True):
    factors = [schedule(epoch, 30) for epoch in range(30)]
    ax.axhline(0, color=GRID, linewidth=0.8)
    ax.step(range(31), [*factors, factors[-1]], where="post", color=VALUE)
    ax.set(title=name, ylim=(-0.04, 1.05), xticks=[0, 10, 20, 30], yticks=[0, 0.5, 1])
for ax in axes[1]:
    ax.set(xlabel="epoch")
for ax in axes[:, 0]:
    ax.set(ylabel="factor")
plt.show()
