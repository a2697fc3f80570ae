u = 80 / 10  # metres a second
to_u, to_v = 0.1, 3 * 3.6 * u**2

print(f"answer {to_v * to_u:.2f}")
#> answer 69.12
print(f"per_speed {to_v:.2f}")
#> per_speed 691.20
print(f"turns_for_speed {3 * 3.6 * 80**2 * to_u:.2f}")
#> turns_for_speed 6912.00
print(f"added {to_v + to_u:.2f}")
#> added 691.30
