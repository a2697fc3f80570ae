a, b = -2, 5
h = 0.07

print(f"answer {a * (b + h) - a * b:.2f}")
#> answer -0.14
print(f"own_value {b * h:.2f}")
#> own_value 0.35
print(f"derivative {a:.2f}")
#> derivative -2.00
print(f"new_output {a * (b + h):.2f}")
#> new_output -10.14
