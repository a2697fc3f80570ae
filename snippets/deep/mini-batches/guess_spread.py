spread, samples, more = 0.4, 25, 100

print(f"answer {spread / (more / samples) ** 0.5:.1f}")
#> answer 0.2
print(f"in_proportion {spread / (more / samples):.1f}")
#> in_proportion 0.1
print(f"unchanged {spread:.1f}")
#> unchanged 0.4
print(f"grown {spread * (more / samples) ** 0.5:.1f}")
#> grown 0.8
print(f"whole_root {spread / more**0.5:.2f}")
#> whole_root 0.04
