import numpy as np

x = np.array([2, 4, 4, 4, 5, 5, 7, 9])
moved = x + 3
print(f"answer {(moved[0] - moved.mean()) / moved.std():.1f}")
#> answer -1.5
print(f"moved_too {(moved[0] - x.mean()) / x.std():.1f}")
#> moved_too 0.0
print(f"no_root {(moved[0] - moved.mean()) / moved.var():.2f}")
#> no_root -0.75
