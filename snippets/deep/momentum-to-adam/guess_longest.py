eta, beta_1, beta_2 = 0.01, 0.9, 0.999

print(f"answer {eta * (1 - beta_1) / (1 - beta_2) ** 0.5:.4f}")
#> answer 0.0316
print(f"constant {eta:.4f}")
#> constant 0.0100
print(f"no_root {eta * (1 - beta_1) / (1 - beta_2):.4f}")
#> no_root 1.0000
print(f"first_mean {eta * (1 - beta_1):.4f}")
#> first_mean 0.0010
