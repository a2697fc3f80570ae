import numpy as np

print("log 10 =", round(np.log(10), 2))
#> log 10 = 2.3
for cost in [2.31, 4.6, 0.02]:
    print(cost, "→ probability", round(np.exp(-cost), 2))
    #> 2.31 → probability 0.1
    #> 4.6 → probability 0.01
    #> 0.02 → probability 0.98
