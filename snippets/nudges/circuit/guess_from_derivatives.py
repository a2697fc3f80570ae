to_a, to_b, to_c = -0.5, -0.5, 0.25
c, d = to_a, to_c

print(f"answer {d * c:.4f}")
#> answer -0.1250
print(f"sign {-d * c:.4f}")
#> sign 0.1250
print(f"all_three {to_a * to_b * to_c:.4f}")
#> all_three 0.0625
print(f"added {to_a + to_c:.4f}")
#> added -0.2500
