import numpy as np

from backprop import sigmoid

x = np.array([[-2.0, -1.0, 1.0, 2.0]])
y = np.array([[0, 0, 1, 1]])
w, eta = 0.0, 1.0
for epoch in range(100001):
    if epoch in [10, 100, 1000, 10000, 100000]:
        cost = (np.logaddexp(0, w * x) - y * w * x).mean()
        print(f"{epoch:6}: w = {w:7.4f}, cost {cost:.6f}")
        #>     10: w =  2.1030, cost 0.064994
        #>    100: w =  4.0180, cost 0.009076
        #>   1000: w =  6.2312, cost 0.000985
        #>  10000: w =  8.5194, cost 0.000100
        #> 100000: w = 10.8201, cost 0.000010
    w = w - eta * ((sigmoid(w * x) - y) * x).mean()
