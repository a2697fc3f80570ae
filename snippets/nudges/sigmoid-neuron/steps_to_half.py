from backprop import sigmoid, sigmoid_prime

eta = 1
for start in [-2, -4, -6, -8]:
    a = start
    steps = 0
    while sigmoid(a) < 0.5:
        a = a + eta * sigmoid_prime(a)
        steps = steps + 1
    print(f"from {start}: {steps} steps")
    #> from -2: 12 steps
    #> from -4: 64 steps
    #> from -6: 418 steps
    #> from -8: 3001 steps
