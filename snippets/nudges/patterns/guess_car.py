v, t, u = 25, 1, 6

print(f"answer {t + v / u:.2f}")
#> answer 5.17
print(f"reaction_missing {v / u:.2f}")
#> reaction_missing 4.17
print(f"one_wire {t + v / (2 * u):.2f}")
#> one_wire 3.08
print(f"not_halved {t + 2 * v / u:.2f}")
#> not_halved 9.33
