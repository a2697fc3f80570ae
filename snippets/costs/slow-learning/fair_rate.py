from backprop import sigmoid, sigmoid_prime

eta = 0.15
fair_eta = eta * sigmoid_prime(1.5)
print(f"fair learning rate: {fair_eta:.4f}")
#> fair learning rate: 0.0224


def epochs_until_half(z, eta, brake):
    epochs = 0
    while sigmoid(z) > 0.5:
        z = z - 2 * eta * sigmoid(z) * brake(z)
        epochs = epochs + 1
    return epochs


for name, start in [("good", 1.5), ("bad", 4.0)]:
    quadratic = epochs_until_half(start, eta, sigmoid_prime)
    cross_entropy = epochs_until_half(start, fair_eta, lambda z: 1)
    print(f"{name} start: {quadratic} and {cross_entropy} epochs")
    #> good start: 36 and 51 epochs
    #> bad start: 232 and 112 epochs
