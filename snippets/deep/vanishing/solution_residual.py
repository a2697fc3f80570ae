from backprop import tanh, tanh_prime

for x in [0.0, 0.5, -3.0]:
    for skip in [0, 1]:
        a, product = x, 1.0
        for _ in range(20):
            product *= skip + 0.5 * tanh_prime(a)
            a = skip * a + 0.5 * tanh(a)
        print(f"x = {x:4}  way past: {bool(skip)}  derivative {product:.1e}")
        #> x =  0.0  way past: False  derivative 9.5e-07
        #> x =  0.0  way past: True  derivative 3.3e+03
        #> x =  0.5  way past: False  derivative 7.0e-07
        #> x =  0.5  way past: True  derivative 2.6e+00
        #> x = -3.0  way past: False  derivative 6.9e-09
        #> x = -3.0  way past: True  derivative 1.0e+00
