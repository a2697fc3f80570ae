decay, samples, weight = 0.1, 20, 3

print(f"answer {decay / samples * weight:.3f}")
#> answer 0.015
print(f"half {decay / (2 * samples) * weight:.4f}")
#> half 0.0075
print(f"square {decay / (2 * samples) * weight**2:.4f}")
#> square 0.0225
