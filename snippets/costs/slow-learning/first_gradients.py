from backprop import sigmoid, sigmoid_prime

x, y = 1, 0

for w, b in [(0.6, 0.9), (2.0, 2.0)]:
    z = w * x + b
    a = sigmoid(z)
    slope = sigmoid_prime(z)
    delta = (a - y) * slope
    print(f"a - y = {a - y:.4f}   slope = {slope:.4f}   delta = {delta:.4f}")
    #> a - y = 0.8176   slope = 0.1491   delta = 0.1219
    #> a - y = 0.9820   slope = 0.0177   delta = 0.0173
