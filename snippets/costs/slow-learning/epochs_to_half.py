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
print(f"from 6 to 8: {quadratic[3] / quadratic[2]:.1f} times as many")
#> from 6 to 8: 7.1 times as many
