import numpy as np

w, eta = np.float64(1.2), 0.0005
with np.errstate(all="ignore"):
    for step in range(5):
        a = w**20
        gradient = (a - 2) * 20 * w**19
        print(f"{step}  w = {w:7.2g}  a = {a:7.1e}  gradient = {gradient:8.1e}")
        #> 0  w =     1.2  a = 3.8e+01  gradient =  2.3e+04
        #> 1  w =     -10  a = 2.2e+20  gradient = -9.6e+40
        #> 2  w = 4.8e+37  a =     inf  gradient =      inf
        #> 3  w =    -inf  a =     inf  gradient =     -inf
        #> 4  w =     nan  a =     nan  gradient =      nan
        w = w - eta * gradient
