x = 2

print(f"answer {3 * x**2}")
#> answer 12
print(f"one_share {x * x}")
#> one_share 4
print(f"two_shares {2 * x * x}")
#> two_shares 8
