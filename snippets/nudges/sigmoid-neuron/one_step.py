from backprop import sigmoid, sigmoid_prime

a = -2
eta = 0.1
print(f"{sigmoid_prime(a):.4f}")
#> 0.1050

a = a + eta * sigmoid_prime(a)
f = sigmoid(a)
print(f"{a:.4f}")
#> -1.9895
print(f"{f:.4f}")
#> 0.1203
print(f"{f:.8f}")
#> 0.12030970
