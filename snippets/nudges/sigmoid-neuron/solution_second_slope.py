from backprop import numerical_gradient, sigmoid, sigmoid_prime

for z in [-2, 0, 2]:
    formula = sigmoid_prime(z) * (1 - 2 * sigmoid(z))
    print(f"{formula:.6f}  {numerical_gradient(sigmoid_prime, z):.6f}")
    #> 0.079963  0.079963
    #> 0.000000  0.000000
    #> -0.079963  -0.079963
