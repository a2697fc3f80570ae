import numpy as np

w, g = np.array([1.0, 2, 3]), np.array([2.0, -4, 1])
step = -0.1 * g
before = w
w += step
print(f"answer {np.abs(w - before).sum():.1f}")
#> answer 0.0
print(f"meant {np.abs(step).sum():.1f}")
#> meant 0.7
print(f"with_signs {step.sum():.1f}")
#> with_signs 0.1
