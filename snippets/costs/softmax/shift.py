import numpy as np

from backprop import softmax

z = np.array([2.0, 1.0, -1.0])
for c in [0, 5, -100]:
    print(f"c = {c:4}: {softmax(z + c).round(4)}")
    #> c =    0: [0.7054 0.2595 0.0351]
    #> c =    5: [0.7054 0.2595 0.0351]
    #> c = -100: [0.7054 0.2595 0.0351]
