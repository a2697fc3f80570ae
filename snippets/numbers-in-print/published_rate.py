from backprop import sigmoid

for eta in [0.005, 0.05]:
    w, b = 2.0, 2.0
    for _ in range(300):
        delta = sigmoid(w + b)
        w = w - eta * delta
        b = b - eta * delta
    print(f"eta = {eta}: output after 300 epochs {sigmoid(w + b):.4f}")
    #> eta = 0.005: output after 300 epochs 0.7796
    #> eta = 0.05: output after 300 epochs 0.0416
