import numpy as np

from backprop import gelu

z = np.linspace(-6, 6, 12001)
inside = np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)
with_tanh = z / 2 * (1 + np.tanh(inside))
slope = 1.702
with_sigmoid = z / (1 + np.exp(-slope * z))
print(f"tanh     {np.abs(with_tanh - gelu(z)).max():.4f}")
#> tanh     0.0005
print(f"sigmoid  {np.abs(with_sigmoid - gelu(z)).max():.4f}")
#> sigmoid  0.0203
