from backprop import multiply

a, b = 4, -3
grad_a, grad_b = b, a

print("  eta   promised    output")
#>   eta   promised    output
for eta in [0.01, 0.1, 0.5, 1, 2, 3]:
    promised = multiply(a, b) + eta * (grad_a**2 + grad_b**2)
    output = multiply(a + eta * grad_a, b + eta * grad_b)
    print(f"{eta:5}  {promised:9.2f}  {output:8.2f}")
    #>  0.01     -11.75    -11.75
    #>   0.1      -9.50     -9.62
    #>   0.5       0.50     -2.50
    #>     1      13.00      1.00
    #>     2      38.00    -10.00
    #>     3      63.00    -45.00
