import matplotlib.pyplot as plt
from copy_digits import build, how

from backprop import train
from bookdraw import INK, WIDTH

from digits import x, x_new, y_new

model = build(2, 0)
train(model, x, x, **how, rng=0)
codes = x_new[:, :200]
for layer in list(model.body)[:3]:
    codes = layer.forward(codes)
fig, ax = plt.subplots(figsize=(WIDTH, 3.6))
digits = y_new.argmax(axis=0)[:200]
for digit in range(10):
    marks = {"marker": f"${digit}$", "ms": 7, "mew": 0, "color": INK}
    ax.plot(*codes[:, digits == digit], ls="none", **marks)
ax.set(xlabel="first number of the code", ylabel="second number")
plt.show()
