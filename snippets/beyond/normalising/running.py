import numpy as np

from backprop import BatchNorm

layer = BatchNorm(1)
layer.forward(np.array([[2, 4, 4, 4, 5, 5, 7, 9]]))
mean, variance = layer.running_mean.item(), layer.running_variance.item()
print(f"running mean {mean:.4f}, running variance {variance:.4f}")
#> running mean 0.5000, running variance 1.3571
print(f"by hand: {0.9 * 0 + 0.1 * 5:.4f}, {0.9 * 1 + 0.1 * 4 * 8 / 7:.4f}")
#> by hand: 0.5000, 1.3571
print(f"with the 4 itself: {0.9 * 1 + 0.1 * 4:.4f}")
#> with the 4 itself: 1.3000
