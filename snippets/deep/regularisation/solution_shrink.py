import numpy as np

from backprop import Adam

eta, l2 = 0.1, 0.1
w, steps = 1.0, 0
while w > 0.5:
    w = (1 - eta * l2) * w
    steps = steps + 1
print("gradient descent:", steps, "steps")
#> gradient descent: 69 steps

w, adam, steps = np.array([1.0]), Adam(), 0
while w[0] > 0.5:
    adam.step(w, l2 * w, eta)
    steps = steps + 1
print("Adam:", steps, "steps")
#> Adam: 6 steps
