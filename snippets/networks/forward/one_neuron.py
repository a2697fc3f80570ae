from backprop import sigmoid

z = 1 * 1 + -0.5 * 2 - 1
print(z, round(sigmoid(z), 4))
#> -1.0 0.2689
