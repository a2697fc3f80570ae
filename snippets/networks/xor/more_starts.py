import numpy as np

from starts import answers, judged, train

rng = np.random.default_rng(0)
W2, b2 = rng.normal(size=(200, 2, 3)), np.zeros((200, 1, 3))
W3, b3 = rng.normal(size=(200, 3, 1)), np.zeros((200, 1, 1))

train(W2, b2, W3, b3, epochs=10_000)
loss, solved = judged(answers(W2, b2, W3, b3))
print(solved.sum(), "of 200 solved, the others:", loss[~solved].round(2))
#> 191 of 200 solved, the others: [0.13 0.13 0.13 0.13 0.13 0.13 0.2  0.13 0.13]
