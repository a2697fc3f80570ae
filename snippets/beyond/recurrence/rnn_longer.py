import numpy as np
from recall import recall, successes

from backprop import RNN


def rnn(rng):
    return RNN(3, 8, rng=rng)


own, new = np.median([recall(rnn, 30, seed) for seed in range(5)], axis=0)
print(f"30 epochs, medians: {own:.2f} of their own right, {new:.2f} of new ones")
#> 30 epochs, medians: 0.93 of their own right, 0.53 of new ones
most = successes(rnn, 30, epochs=300) > 2
print("300 epochs: most of the five networks recall:", most)
#> 300 epochs: most of the five networks recall: False
