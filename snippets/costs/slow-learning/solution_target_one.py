from backprop import sigmoid, sigmoid_prime

y = 1
for z in [-3, -1, 1, 3]:
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    print(f"z = {z:2}: a - y = {a - y:7.4f}, delta = {delta:7.4f}")
    #> z = -3: a - y = -0.9526, delta = -0.0430
    #> z = -1: a - y = -0.7311, delta = -0.1437
    #> z =  1: a - y = -0.2689, delta = -0.0529
    #> z =  3: a - y = -0.0474, delta = -0.0021
