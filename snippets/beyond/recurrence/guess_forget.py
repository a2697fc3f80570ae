f, i, g, before = 0.95, 0.5, 0.26, 1.2

print(f"answer {before}")
#> answer 1.2
print(f"input_gate {g}")
#> input_gate 0.26
print(f"kept {f}")
#> kept 0.95
print(f"content {i}")
#> content 0.5
