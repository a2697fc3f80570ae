import numpy as np

from backprop import softmax

a, y = softmax(np.array([2.0, 1.0, -1.0])), np.array([1.0, 1.0, 0.0])

print(f"answer {a[0] * y.sum() - y[0]:.4f}")
#> answer 0.4108
print(f"usual {a[0] - y[0]:.4f}")
#> usual -0.2946
print(f"no_label {a[0] * y.sum():.4f}")
#> no_label 1.4108
print(f"mean_label {a[0] - y[0] / 2:.4f}")
#> mean_label 0.2054
