from backprop import numerical_gradient, sigmoid, sigmoid_prime


def v(x):
    return sigmoid(sigmoid(x))


for x in [-2, 0, 2]:
    formula = sigmoid_prime(sigmoid(x)) * sigmoid_prime(x)
    print(f"{x:2}  {formula:.6f}  {numerical_gradient(v, x):.6f}")
    #> -2  0.026155  0.026155
    #>  0  0.058751  0.058751
    #>  2  0.021750  0.021750
