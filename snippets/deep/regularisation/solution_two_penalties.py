import numpy as np

penalty = 1
w = np.linspace(-2, 2, 400_001)
print("    c   L2: search   theorem   L1: search   theorem")
#>     c   L2: search   theorem   L1: search   theorem
for c in [0.5, 1, 2, 10, 100]:
    bowl = c / 2 * (w - 1) ** 2
    l2 = w[(bowl + penalty / 2 * w**2).argmin()]
    l1 = w[(bowl + penalty * abs(w)).argmin()]
    left = c / (c + penalty), max(1 - penalty / c, 0)
    print(f"{c:5}   {l2:10.2f}   {left[0]:7.2f}   {abs(l1):10.2f}   {left[1]:7.2f}")
    #>   0.5         0.33      0.33         0.00      0.00
    #>     1         0.50      0.50         0.00      0.00
    #>     2         0.67      0.67         0.50      0.50
    #>    10         0.91      0.91         0.90      0.90
    #>   100         0.99      0.99         0.99      0.99
