from backprop import sigmoid

x, y, eta = 1, 0, 0.15
starts = {"good": (0.6, 0.9), "bad": (2.0, 2.0)}


def learn(w, b, epochs):
    for _ in range(epochs):
        z = w * x + b
        delta = sigmoid(z) - y
        w = w - eta * delta * x
        b = b - eta * delta
    return sigmoid(w * x + b)


print("epoch     good      bad")
#> epoch     good      bad
for epochs in [0, 50, 100, 150, 300]:
    good = learn(*starts["good"], epochs)
    bad = learn(*starts["bad"], epochs)
    print(f"{epochs:5}   {good:.4f}   {bad:.4f}")
    #>     0   0.8176   0.9820
    #>    50   0.0792   0.0985
    #>   100   0.0371   0.0411
    #>   150   0.0241   0.0257
    #>   300   0.0116   0.0120
