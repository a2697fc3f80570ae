from math import sqrt

n_in, n_out = 100, 50

print(f"answer {sqrt(6 / (n_in + n_out)):.2f}")
#> answer 0.20
print(f"spread {sqrt(2 / (n_in + n_out)):.2f}")
#> spread 0.12
print(f"square {6 / (n_in + n_out):.2f}")
#> square 0.04
print(f"one_side {sqrt(6 / n_in):.2f}")
#> one_side 0.24
