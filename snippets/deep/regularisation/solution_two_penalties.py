import numpy as np

penalty = 1
w = np.linspace(-2, 2, 400_001)
print("    c   L2: search   theorem   L1: search   theorem   half-way after")
#>     c   L2: search   theorem   L1: search   theorem   half-way after
for c in [0.5, 1, 2, 10, 100]:
    bowl = c / 2 * (w - 1) ** 2
    l2 = w[(bowl + penalty / 2 * w**2).argmin()]
    l1 = w[(bowl + penalty * abs(w)).argmin()]
    left = c / (c + penalty), max(1 - penalty / c, 0)
    walker, steps = 0.0, 0
    while walker < 0.5:
        walker = walker - 0.005 * c * (walker - 1)
        steps = steps + 1
    row = f"{c:5}   {l2:10.2f}   {left[0]:7.2f}   {abs(l1):10.2f}   {left[1]:7.2f}"
    print(f"{row}   {steps:14}")
    #>   0.5         0.33      0.33         0.00      0.00              277
    #>     1         0.50      0.50         0.00      0.00              139
    #>     2         0.67      0.67         0.50      0.50               69
    #>    10         0.91      0.91         0.90      0.90               14
    #>   100         0.99      0.99         0.99      0.99                1
