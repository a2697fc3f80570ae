activation, slope, wanted = 1 / 2, 1 / 4, 1
error = (activation - wanted) * slope

print(f"answer {error * activation:.4f}")
#> answer -0.0625
print(f"no_slope {(activation - wanted) * activation:.4f}")
#> no_slope -0.2500
print(f"error {error:.4f}")
#> error -0.1250
print(f"turned {-error * activation:.4f}")
#> turned 0.0625
