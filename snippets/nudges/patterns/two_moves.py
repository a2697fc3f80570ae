from backprop import multiply

x = 3.0
for h in [0.1, 0.01, 0.001]:
    first = multiply(x + h, x) - multiply(x, x)
    second = multiply(x + h, x + h) - multiply(x + h, x)
    print(h, round(first / h, 4), round(second / h, 4))
    #> 0.1 3.0 3.1
    #> 0.01 3.0 3.01
    #> 0.001 3.0 3.001
