from backprop import gelu, gelu_prime, leaky_relu, leaky_relu_prime
from backprop import silu, silu_prime

h = 1e-6
pairs = [(leaky_relu, leaky_relu_prime), (silu, silu_prime), (gelu, gelu_prime)]
for f, prime in pairs:
    print(f.__name__)
    #> leaky_relu
    for z in [-2, 1, 3]:
        measured = (f(z + h) - f(z - h)) / (2 * h)
        #>  -2  value -0.0200  slope  0.0100   0.0100
        #>   1  value  1.0000  slope  1.0000   1.0000
        #>   3  value  3.0000  slope  1.0000   1.0000
        print(f"{z:3}  value {f(z):7.4f}  slope {prime(z):7.4f}  {measured:7.4f}")
        #>  -2  value -0.0200  slope  0.0100   0.0100
        #>   1  value  1.0000  slope  1.0000   1.0000
        #>   3  value  3.0000  slope  1.0000   1.0000
