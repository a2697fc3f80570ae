import numpy as np

from starts import answers, judged, train

rng = np.random.default_rng(0)
W2, b2 = rng.normal(size=(200, 2, 3)), np.zeros((200, 1, 3))
W3, b3 = rng.normal(size=(200, 3, 1)), np.zeros((200, 1, 1))
stuck = [12, 34, 46, 70, 113, 125, 139, 173, 194]  # as printed above
nine = [array[stuck] for array in (W2, b2, W3, b3)]

for epochs in [10_000, 20_000]:
    train(*nine, epochs=10_000)
    loss, solved = judged(answers(*nine))
    print(epochs, loss.round(2), "solved:", solved.sum())
    #> 10000 [0.13 0.13 0.13 0.13 0.13 0.13 0.2  0.13 0.13] solved: 0
    #> 20000 [0.13 0.13 0.13 0.13 0.13 0.   0.   0.13 0.13] solved: 2
