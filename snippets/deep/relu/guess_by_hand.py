comes_back, z = -1, 0.5

print(f"answer {comes_back * (z > 0):.1f}")
#> answer -1.0
print(f"gradient {max(comes_back, 0):.1f}")
#> gradient 0.0
print(f"value {comes_back * z:.1f}")
#> value -0.5
