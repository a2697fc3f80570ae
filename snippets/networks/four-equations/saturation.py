from backprop import sigmoid, sigmoid_prime

print("   z  a - y   slope   delta")
#>    z  a - y   slope   delta
for z in [0, 1, 2, 4, 8]:
    a, y = sigmoid(z), 0
    slope = sigmoid_prime(z)
    print(f"{z:4}  {a - y:.4f}  {slope:.4f}  {(a - y) * slope:.4f}")
    #>    0  0.5000  0.2500  0.1250
    #>    1  0.7311  0.1966  0.1437
    #>    2  0.8808  0.1050  0.0925
    #>    4  0.9820  0.0177  0.0173
    #>    8  0.9997  0.0003  0.0003
