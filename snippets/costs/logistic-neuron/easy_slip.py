from backprop import numerical_gradient, sigmoid

print(" z   measured  a (1 - a)  a (a - 1)")
#>  z   measured  a (1 - a)  a (a - 1)
for z in [-2, 0, 1, 3]:
    a = sigmoid(z)
    measured = numerical_gradient(sigmoid, z)
    right, slip = a * (1 - a), a * (a - 1)
    print(f"{z:2}  {measured:9.4f}  {right:9.4f}  {slip:9.4f}")
    #> -2     0.1050     0.1050    -0.1050
    #>  0     0.2500     0.2500    -0.2500
    #>  1     0.1966     0.1966    -0.1966
    #>  3     0.0452     0.0452    -0.0452
