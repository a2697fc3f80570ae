from backprop import numerical_gradient, sigmoid, sigmoid_prime

for z in [-4, -2, 0, 2]:
    formula = sigmoid_prime(z)
    measured = numerical_gradient(sigmoid, z)
    print(f"{z:2}  {formula:.6f}  {measured:.6f}")
    #> -4  0.017663  0.017663
    #> -2  0.104994  0.104994
    #>  0  0.250000  0.250000
    #>  2  0.104994  0.104994
