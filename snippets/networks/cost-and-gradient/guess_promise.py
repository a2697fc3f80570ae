derivative = 0.0344

print(f"answer {(0.9 - 1) * derivative:.5f}")
#> answer -0.00344
print(f"weight_grows {0.1 * derivative:.5f}")
#> weight_grows 0.00344
print(f"new_weight {0.9 * derivative:.5f}")
#> new_weight 0.03096
print(f"divided {-derivative / 0.1:.5f}")
#> divided -0.34400
