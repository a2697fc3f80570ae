from backprop import sigmoid, sigmoid_prime

x, y = 1, 0

for w, b in [(0.6, 0.9), (2.0, 2.0)]:
    z = w * x + b
    a = sigmoid(z)
    slope = sigmoid_prime(z)
    delta = (a - y) * slope
    print(f"{a - y:.4f} * {slope:.4f} = {delta:.4f}")
    #> 0.8176 * 0.1491 = 0.1219
    #> 0.9820 * 0.0177 = 0.0173
