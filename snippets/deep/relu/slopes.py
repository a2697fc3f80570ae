import backprop

h = 1e-6
for name in ["leaky_relu", "silu", "gelu"]:
    f, prime = getattr(backprop, name), getattr(backprop, name + "_prime")
    for z in [-2, 1, 3]:
        measured = (f(z + h) - f(z - h)) / (2 * h)
        numbers = f"{f(z):7.4f}  {prime(z):7.4f}  {measured:7.4f}"
        print(f"{name:10} {z:2}  {numbers}")
        #> leaky_relu -2  -0.0200   0.0100   0.0100
        #> leaky_relu  1   1.0000   1.0000   1.0000
        #> leaky_relu  3   3.0000   1.0000   1.0000
        #> silu       -2  -0.2384  -0.0908  -0.0908
        #> silu        1   0.7311   0.9277   0.9277
        #> silu        3   2.8577   1.0881   1.0881
        #> gelu       -2  -0.0455  -0.0852  -0.0852
        #> gelu        1   0.8413   1.0833   1.0833
        #> gelu        3   2.9960   1.0119   1.0119
