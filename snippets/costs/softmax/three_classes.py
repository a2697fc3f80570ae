import numpy as np

z = np.array([2.0, 1.0, -1.0])
e = np.exp(z)
a = e / e.sum()
print("exponentials", e.round(4), f"sum {e.sum():.4f}")
#> exponentials [7.3891 2.7183 0.3679] sum 10.4752
print("softmax     ", a.round(4), f"sum {a.sum():.4f}")
#> softmax      [0.7054 0.2595 0.0351] sum 1.0000
