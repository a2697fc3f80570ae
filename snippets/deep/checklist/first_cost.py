import numpy as np

from network import fresh, x, y

print("log 3 =", round(np.log(3), 4))
#> log 3 = 1.0986
for init in ["he", "small", "normal"]:
    print(f"{init:17}", round(fresh(init=init).cost(x, y), 4))
    #> he                1.1907
    #> small             1.0986
    #> normal            6.9952
print("he, inputs × 1000", round(fresh().cost(1000 * x, y), 4))
#> he, inputs × 1000 301.421
