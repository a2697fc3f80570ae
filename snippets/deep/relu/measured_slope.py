from backprop import relu, relu_prime

h = 1e-6
for z in [-2.0, -0.5, 0.5, 2.0]:
    measured = (relu(z + h) - relu(z - h)) / (2 * h)
    print(f"{z:4}  {relu_prime(z):.0f}  {measured:.4f}")
    #> -2.0  0  0.0000
    #> -0.5  0  0.0000
    #>  0.5  1  1.0000
    #>  2.0  1  1.0000
