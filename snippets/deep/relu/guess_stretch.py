stretch = 10
x, weight_out = 3, 0.5  # one unit, that is on
gradient = weight_out * x  # of the weight into the unit

print(f"answer {weight_out / stretch * x / gradient:.1f}")
#> answer 0.1
print(f"along {stretch}")
#> along 10
print(f"unchanged {weight_out * x / gradient:.0f}")
#> unchanged 1
