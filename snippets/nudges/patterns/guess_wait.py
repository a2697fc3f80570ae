u = 2
v = u * u

print(f"answer {2 * u * (v + (2 + v))}")
#> answer 40
print(f"too_early {2 * u * v}")
#> too_early 16
print(f"product_only {2 * u * (2 + v)}")
#> product_only 24
print(f"of_v {v + (2 + v)}")
#> of_v 10
