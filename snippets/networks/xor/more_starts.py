import numpy as np

from starts import answers, judged, train

rng = np.random.default_rng(0)
W2, b2 = rng.normal(size=(200, 2, 3)), np.zeros((200, 1, 3))
W3, b3 = rng.normal(size=(200, 3, 1)), np.zeros((200, 1, 1))

train(W2, b2, W3, b3, epochs=10_000)
A3 = answers(W2, b2, W3, b3)
loss, solved = judged(A3)
print(solved.sum(), "of 200 solved, the others:", loss[~solved].round(2))
#> 191 of 200 solved, the others: [0.13 0.13 0.13 0.13 0.13 0.13 0.2  0.13 0.13]
print("which ones:", np.flatnonzero(~solved))
#> which ones: [ 12  34  46  70 113 125 139 173 194]
near_half = np.abs(A3[~solved] - 0.5) < 0.05
print("points that are given about one half:", near_half.sum(axis=(1, 2)))
#> points that are given about one half: [2 2 2 2 2 2 0 2 2]
