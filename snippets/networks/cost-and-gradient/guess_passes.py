parameters = 23860

print(f"answer {parameters + 1}")
#> answer 23861
print(f"no_start {parameters}")
#> no_start 23860
print(f"central {2 * parameters}")
#> central 47720
