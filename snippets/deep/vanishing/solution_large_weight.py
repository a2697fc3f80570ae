import numpy as np

from backprop import sigmoid_prime

a = np.linspace(0, 1, 100001)
for w in [3, 4, 5, 7, 10, 20, 100]:
    kept = (w * sigmoid_prime(w * (a - 0.5)) >= 1).mean()
    print(f"{w:3}  at a = 0.5: {w / 4:5.2f}  at least 1 for {kept:.2f} of all a")
    #>   3  at a = 0.5:  0.75  at least 1 for 0.00 of all a
    #>   4  at a = 0.5:  1.00  at least 1 for 0.00 of all a
    #>   5  at a = 0.5:  1.25  at least 1 for 0.38 of all a
    #>   7  at a = 0.5:  1.75  at least 1 for 0.45 of all a
    #>  10  at a = 0.5:  2.50  at least 1 for 0.41 of all a
    #>  20  at a = 0.5:  5.00  at least 1 for 0.29 of all a
    #> 100  at a = 0.5: 25.00  at least 1 for 0.09 of all a
