window, units, lamps = 64, 20, 10
weights = window * units + units * lamps

print(f"answer {weights + units * lamps + 2 * units}")
#> answer 1720
print(f"with_reading {2 * weights + units * lamps + 2 * units}")
#> with_reading 3200
print(f"own_wishes {weights}")
#> own_wishes 1480
print(f"without_squeezes {weights + units * lamps}")
#> without_squeezes 1680
print(f"carried_on {2 * weights + 2 * units}")
#> carried_on 3000
