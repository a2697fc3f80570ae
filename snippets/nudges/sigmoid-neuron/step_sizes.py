from backprop import sigmoid, sigmoid_prime

a = -2
slope = sigmoid_prime(a)

print("   eta  promised    output  slope there")
#>    eta  promised    output  slope there
for eta in [0.01, 0.1, 1, 10, 100]:
    promised = sigmoid(a) + eta * slope**2
    there = a + eta * slope
    row = f"{sigmoid(there):8.6f}  {sigmoid_prime(there):11.6f}"
    print(f"{eta:6}  {promised:8.6f}  {row}")
    #>   0.01  0.119313  0.119313     0.105078
    #>    0.1  0.120305  0.120310     0.105835
    #>      1  0.130227  0.130675     0.113599
    #>     10  0.229439  0.278872     0.201102
    #>    100  1.221568  0.999796     0.000204
