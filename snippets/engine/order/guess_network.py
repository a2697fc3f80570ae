"""Guesses for "Paths through a network": three hidden layers of ten units."""

layers, units = 3, 10
print(f"answer {units**layers}")
#> answer 1000
print(f"added {layers * units}")
#> added 30
print(f"weights {units + 2 * units * units + units}")
#> weights 220
