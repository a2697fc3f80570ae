import numpy as np

from backprop import datasets

X, Y = datasets.twenty_points()
fruit = np.array(["apple", "pear", "plum"])[Y.argmax(axis=0)]

for a, b, c, d in [(0, 18, 4, 7), (1, 19, 5, 8)]:
    ways = np.column_stack([X[:, b] - X[:, a], X[:, c] - X[:, d]])
    t, s = np.linalg.solve(ways, X[:, c] - X[:, a])
    print(f"{fruit[[a, b]]} {t:.2f} of the way, {fruit[[c, d]]} {s:.2f}")
    #> ['apple' 'apple'] 0.52 of the way, ['pear' 'pear'] 0.09
    #> ['pear' 'pear'] 0.52 of the way, ['plum' 'plum'] 0.09
