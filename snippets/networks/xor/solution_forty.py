success = 191 / 200  # of a single start
print(f"forty in a row: {success**40:.3f}")
#> forty in a row: 0.159

starts = 1
while (19 / 20) ** starts >= 1 / 20:
    starts += 1
print(starts, "in a row, if one in twenty fails:", round((19 / 20) ** starts, 3))
#> 59 in a row, if one in twenty fails: 0.048
