from backprop import sigmoid, sigmoid_prime

a, product = 1.0, 1.0
print("layer       z       a   slope  w · slope   product")
#> layer       z       a   slope  w · slope   product
for layer, w, b in [(2, 1.5, 0), (3, -2, 1), (4, 1, 0), (5, 2.5, -1)]:
    z = w * a + b
    a, slope = sigmoid(z), sigmoid_prime(z)
    product *= w * slope
    print(f"{layer:5}{z:8.4f}{a:8.4f}{slope:8.4f}{w * slope:11.4f}{product:10.5f}")
    #>     2  1.5000  0.8176  0.1491     0.2237   0.22372
    #>     3 -0.6351  0.3463  0.2264    -0.4528  -0.10130
    #>     4  0.3463  0.5857  0.2427     0.2427  -0.02458
    #>     5  0.4643  0.6140  0.2370     0.5925  -0.01456
