from math import sqrt

n_in, n_out = 400, 100

print(f"answer {sqrt(2 / n_in):.4f}")
#> answer 0.0707
print(f"variance {2 / n_in:.4f}")
#> variance 0.0050
print(f"wrong_side {sqrt(2 / n_out):.4f}")
#> wrong_side 0.1414
print(f"xavier {sqrt(2 / (n_in + n_out)):.4f}")
#> xavier 0.0632
print(f"lecun {sqrt(1 / n_in):.4f}")
#> lecun 0.0500
