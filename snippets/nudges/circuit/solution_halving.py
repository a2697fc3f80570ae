from backprop import sigmoid, sigmoid_prime

a, b, c = 1, -2, -3
eta = 0.1
missing = 1 - sigmoid((a + b) * c)
print(f"missing: {missing:.4f}")
#> missing: 0.0474
steps = 0
for halved in range(1, 8):
    before = steps
    while 1 - sigmoid((a + b) * c) > missing / 2**halved:
        d = a + b
        grad_e = sigmoid_prime(d * c)
        grad_d, grad_c = c * grad_e, d * grad_e
        a, b, c = a + eta * grad_d, b + eta * grad_d, c + eta * grad_c
        steps += 1
    print(f"{steps - before:3} steps, {steps:4} in all: f = {sigmoid((a + b) * c):.4f}")
    #>  12 steps,   12 in all: f = 0.9771
    #>  21 steps,   33 in all: f = 0.9884
    #>  39 steps,   72 in all: f = 0.9941
    #>  73 steps,  145 in all: f = 0.9970
    #> 138 steps,  283 in all: f = 0.9985
    #> 261 steps,  544 in all: f = 0.9993
    #> 493 steps, 1037 in all: f = 0.9996
