import numpy as np


def fall(length, period):
    return 4 * np.pi**2 * length / period**2


length, period = 0.84, 1.84
h = 0.00001
slope = (fall(length, period + h) - fall(length, period - h)) / (2 * h)
print(f"answer {slope * 0.03:.2f}")
#> answer -0.32
print(f"derivative {slope:.2f}")
#> derivative -10.65
print(f"of_the_length {fall(length, period) / length * 0.007:.2f}")
#> of_the_length 0.08
print(f"not_squared {-fall(length, period) / period * 0.03:.2f}")
#> not_squared -0.16
