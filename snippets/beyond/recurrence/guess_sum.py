w = 2
h_1 = 1
h_2 = w * h_1 + 1
h_3 = w * h_2 + 1

print(f"answer {h_2 + w * h_1}")
#> answer 5
print(f"last_use {h_2}")
#> last_use 3
print(f"both_states {h_2 + h_1}")
#> both_states 4
