import math

rate, patients = 0.03, 142

print(f"answer {math.sqrt((rate - rate**2) / patients):.3f}")
#> answer 0.014
print(f"no_root {(rate - rate**2) / patients:.4f}")
#> no_root 0.0002
print(f"mistakes {math.sqrt(patients * (rate - rate**2)):.2f}")
#> mistakes 2.03
print(f"one_patient {1 / patients:.3f}")
#> one_patient 0.007
