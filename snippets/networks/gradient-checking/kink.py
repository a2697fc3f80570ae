from backprop import relu, relu_prime

h = 1e-5
for z in [1, 1e-6, 0, -1e-6, -1]:
    measured = (relu(z + h) - relu(z - h)) / (2 * h)
    print(f"{z:6}  measured {measured:.2f}  slope {relu_prime(z):.0f}")
    #>      1  measured 1.00  slope 1
    #>  1e-06  measured 0.55  slope 1
    #>      0  measured 0.50  slope 0
    #> -1e-06  measured 0.45  slope 0
    #>     -1  measured 0.00  slope 0
