from math import sqrt

n_in, n_out = 400, 100
print("LeCun ", round(1 / sqrt(n_in), 4))
#> LeCun  0.05
print("Xavier", round(sqrt(2 / (n_in + n_out)), 4))
#> Xavier 0.0632
print("He    ", round(sqrt(2 / n_in), 4))
#> He     0.0707
