x, y = 1, 0


def learn(w, b, epochs, eta=0.15):
    for _ in range(epochs):
        a = w * x + b
        w = w - eta * (a - y) * x
        b = b - eta * (a - y)
    return w * x + b


for epochs in [0, 5, 10]:
    good, bad = learn(0.6, 0.9, epochs), learn(2.0, 2.0, epochs)
    print(f"epoch {epochs:2}: outputs {good:.4f} and {bad:.4f}")
    #> epoch  0: outputs 1.5000 and 4.0000
    #> epoch  5: outputs 0.2521 and 0.6723
    #> epoch 10: outputs 0.0424 and 0.1130
for w, b in [(2, 2), (-1, -2)]:
    print(f"from {w + b}, one step:", learn(w, b, epochs=1, eta=0.5))
    #> from 4, one step: 0.0
    #> from -3, one step: 0.0
