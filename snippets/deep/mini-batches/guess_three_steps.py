curvature, eta = 8, 0.15
factor = 1 - eta * curvature

print(f"answer {factor**3:.3f}")
#> answer -0.008
print(f"no_sign {(-factor) ** 3:.3f}")
#> no_sign 0.008
print(f"no_curvature {(1 - eta) ** 3:.3f}")
#> no_curvature 0.614
print(f"added_up {1 - 3 * eta * curvature:.3f}")
#> added_up -2.600
print(f"two_steps {factor**2:.3f}")
#> two_steps 0.040
