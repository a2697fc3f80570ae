import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid
from bookdraw import CLASSES, INK

a = np.linspace(0.005, 0.995, 199)
fig, ax = plt.subplots(figsize=(5.0, 3.2))
ax.plot(a, -np.log(a), color=CLASSES[0], linestyle="-")
ax.plot(a, -np.log(1 - a), color=CLASSES[1], linestyle="--")
apple = sigmoid(1.0)
ax.plot([apple, apple], [-np.log(apple), -np.log(1 - apple)], "o", color=INK)
ax.text(0.11, 2.6, "label 1", color=CLASSES[0])
ax.text(0.89, 2.6, "label 0", color=CLASSES[1], ha="right")
ax.set(xlabel="output $a$", ylabel="cost $C$", xlim=(0, 1), ylim=(0, 4.5))
plt.show()
