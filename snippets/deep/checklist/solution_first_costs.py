import numpy as np

print("log 10 =", round(np.log(10), 2), "and twice that:", round(2 * np.log(10), 2))
#> log 10 = 2.3 and twice that: 4.61
for cost in [2.31, 3.9, 0.02]:
    print(cost, "→ probability", round(np.exp(-cost), 2))
    #> 2.31 → probability 0.1
    #> 3.9 → probability 0.02
    #> 0.02 → probability 0.98
