w = 2
v = w * w

print(f"answer {2 * w * (v + (2 + v))}")
#> answer 40
print(f"too_early {2 * w * v}")
#> too_early 16
print(f"product_only {2 * w * (2 + v)}")
#> product_only 24
print(f"of_v {v + (2 + v)}")
#> of_v 10
