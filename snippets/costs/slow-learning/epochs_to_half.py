from itertools import pairwise

from backprop import sigmoid, sigmoid_prime

eta = 0.15
quadratic = []
print("start z   quadratic   cross-entropy")
#> start z   quadratic   cross-entropy
for start in [2, 4, 6, 8]:
    counts = []
    for brake in [sigmoid_prime, lambda z: 1]:
        z = start
        epochs = 0
        while sigmoid(z) > 0.5:
            delta = sigmoid(z) * brake(z)
            z = z - 2 * eta * delta
            epochs = epochs + 1
        counts.append(epochs)
    quadratic.append(counts[0])
    print(f"{start:7}   {counts[0]:9}   {counts[1]:13}")
    #>       2          52              10
    #>       4         232              17
    #>       6        1416              23
    #>       8       10028              30
for near, far in pairwise(quadratic):
    print(f"2 further out: {far / near:.1f} times as many")
    #> 2 further out: 4.5 times as many
    #> 2 further out: 6.1 times as many
    #> 2 further out: 7.1 times as many
