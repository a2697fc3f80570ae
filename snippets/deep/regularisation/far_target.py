import numpy as np

targets = np.array([98.0, 100, 102])
for decay in [0, 0.3, 1]:
    b = 0.0
    for _ in range(2000):
        b = b - 0.1 * ((b - targets).mean() + decay * b)
    print(f"lambda {decay}: the bias becomes {b:.1f}")
    #> lambda 0: the bias becomes 100.0
    #> lambda 0.3: the bias becomes 76.9
    #> lambda 1: the bias becomes 50.0
