import numpy as np

from backprop import sigmoid, softmax

z = np.array([2.0, 1.0])
for name, a in [("softmax", softmax(z)), ("two sigmoids", sigmoid(z))]:
    print(f"{name:12}  {a.round(4)}  sum {a.sum():.4f}")
    #> softmax       [0.7311 0.2689]  sum 1.0000
    #> two sigmoids  [0.8808 0.7311]  sum 1.6119
