from backprop import numerical_gradient, sigmoid


def louder(a):
    return sigmoid(10 * a)


print("   a   plain  louder")
#>    a   plain  louder
for a in [0, 0.1, 0.5, 1]:
    plain = numerical_gradient(sigmoid, a)
    loud = numerical_gradient(louder, a)
    print(f"{a:4}  {plain:.4f}  {loud:.4f}")
    #>    0  0.2500  2.5000
    #>  0.1  0.2494  1.9661
    #>  0.5  0.2350  0.0665
    #>    1  0.1966  0.0005
