factor = 0.5

print(f"answer {factor**2}")
#> answer 0.25
print(f"root {factor}")
#> root 0.5
print(f"opposite {1 / factor:.0f}")
#> opposite 2
