from backprop import maximum_backward, relu, relu_prime

for z in [-2, 0, 3]:
    _, to_z = maximum_backward(0, z, 1)
    print(f"relu({z}) = {relu(z)}  slope {relu_prime(z)}  routed {to_z}")
    #> relu(-2) = 0.0  slope 0.0  routed 0.0
    #> relu(0) = 0.0  slope 0.0  routed 0.0
    #> relu(3) = 3.0  slope 1.0  routed 1.0
