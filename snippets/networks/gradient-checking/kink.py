from backprop import relu, relu_prime

h = 1e-5
for z in [1, 1e-6, 0, -1e-6, -1]:
    measured = (relu(z + h) - relu(z - h)) / (2 * h)
    print(f"{z:6}  measured {measured:.2f}  relu_prime {relu_prime(z):.0f}")
    #>      1  measured 1.00  relu_prime 1
    #>  1e-06  measured 0.55  relu_prime 1
    #>      0  measured 0.50  relu_prime 0
    #> -1e-06  measured 0.45  relu_prime 0
    #>     -1  measured 0.00  relu_prime 0
