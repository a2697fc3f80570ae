import numpy as np

beta_1, beta_2, eta = 0.9, 0.999, 0.01
m = v = 0
print("step      m        v      without   corrected")
#> step      m        v      without   corrected
for t in range(1, 2001):
    g = 5
    m = beta_1 * m + (1 - beta_1) * g
    v = beta_2 * v + (1 - beta_2) * g**2
    without = eta * m / np.sqrt(v)
    corrected = eta * (m / (1 - beta_1**t)) / np.sqrt(v / (1 - beta_2**t))
    if t in (1, 2, 3, 10, 100, 2000):
        print(f"{t:4}   {m:.4f}   {v:7.4f}   {without:.4f}    {corrected:.4f}")
        #>    1   0.5000    0.0250   0.0316    0.0100
        #>    2   0.9500    0.0500   0.0425    0.0100
        #>    3   1.3550    0.0749   0.0495    0.0100
        #>   10   3.2566    0.2489   0.0653    0.0100
        #>  100   4.9999    2.3802   0.0324    0.0100
        #> 2000   5.0000   21.6200   0.0108    0.0100
