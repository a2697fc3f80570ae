from backprop import sigmoid, sigmoid_prime

eta = 0.1
print("  a     slope   gain of one step")
#>   a     slope   gain of one step
for a in [0, -2, -5, -10]:
    slope = sigmoid_prime(a)
    gain = sigmoid(a + eta * slope) - sigmoid(a)
    print(f"{a:3}  {slope:.6f}   {gain:.12f}")
    #>   0  0.250000   0.006249674500
    #>  -2  0.104994   0.001106780176
    #>  -5  0.006648   0.000004421116
    #> -10  0.000045   0.000000000206
