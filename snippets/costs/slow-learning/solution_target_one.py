from backprop import sigmoid, sigmoid_prime

y = 1
for z in [-4, -1.5, 1.5, 4]:
    a = sigmoid(z)
    delta = (a - y) * sigmoid_prime(z)
    print(f"z = {z:4}: a - y = {a - y:7.4f}, delta = {delta:7.4f}")
    #> z =   -4: a - y = -0.9820, delta = -0.0173
    #> z = -1.5: a - y = -0.8176, delta = -0.1219
    #> z =  1.5: a - y = -0.1824, delta = -0.0272
    #> z =    4: a - y = -0.0180, delta = -0.0003
