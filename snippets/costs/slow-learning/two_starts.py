from backprop import sigmoid, sigmoid_prime

x, y, eta = 1, 0, 0.15
starts = {"good": (0.6, 0.9), "bad": (2.0, 2.0)}


def learn(w, b, epochs):
    for _ in range(epochs):
        z = w * x + b
        delta = (sigmoid(z) - y) * sigmoid_prime(z)
        w = w - eta * delta * x
        b = b - eta * delta
    return sigmoid(w * x + b)


print("epoch     good      bad")
#> epoch     good      bad
for epochs in [0, 50, 100, 150, 200, 250, 300]:
    good = learn(*starts["good"], epochs)
    bad = learn(*starts["bad"], epochs)
    print(f"{epochs:5}   {good:.4f}   {bad:.4f}")
    #>     0   0.8176   0.9820
    #>    50   0.3870   0.9759
    #>   100   0.2110   0.9641
    #>   150   0.1527   0.9334
    #>   200   0.1237   0.7887
    #>   250   0.1061   0.3572
    #>   300   0.0940   0.2028
