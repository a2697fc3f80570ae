window, lamps = 64, 10


def knobs(units):
    return units * (window + 1) + lamps * (units + 1)


print(f"answer {knobs(20)}")
#> answer 1510
print(f"products_only {20 * window + lamps * 20}")
#> products_only 1480
print(f"without_lamps {20 * (window + 1) + lamps * 20}")
#> without_lamps 1500
print(f"in_proportion {knobs(32) * 20 / 32:.0f}")
#> in_proportion 1506
