x, u, h = 4, 8, 1
new_x = x + h

print(f"answer {2 * new_x}")
#> answer 10
print(f"same_step {u + h}")
#> same_step 9
print(f"not_followed {u}")
#> not_followed 8
print(f"of_x {new_x}")
#> of_x 5
