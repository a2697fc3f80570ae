def penalty(w):
    return 0.1 / (2 * 20) * w**2


h = 1e-6
print(round((penalty(3 + h) - penalty(3 - h)) / (2 * h), 3))
#> 0.015
