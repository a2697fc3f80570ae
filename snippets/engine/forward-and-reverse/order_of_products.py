def cost(rows, between, columns):
    return rows * between * columns


# J1 has 100 rows and 1000 columns, J2 has 10 and 100, J3 has 1 and 10
forward = cost(10, 100, 1000) + cost(1, 10, 1000)  # J3 (J2 J1)
back = cost(1, 10, 100) + cost(1, 100, 1000)  # (J3 J2) J1
print(f"forward {forward:,} multiplications, back {back:,}")
#> forward 1,010,000 multiplications, back 101,000
