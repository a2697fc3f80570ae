beta_1, beta_2 = 0.9, 0.999
m = beta_1 * (1 - beta_1) * 4 - (1 - beta_1) * 4
v = beta_2 * (1 - beta_2) * 16 + (1 - beta_2) * 16
step = (m / (1 - beta_1**2)) / (v / (1 - beta_2**2)) ** 0.5

print(f"answer {-step:.4f}")
#> answer 0.0526
print(f"uncorrected {-m / v**0.5:.4f}")
#> uncorrected 0.2237
print(f"no_memory {4 / (4**2) ** 0.5:.4f}")
#> no_memory 1.0000
print(f"wrong_sign {step:.4f}")
#> wrong_sign -0.0526
