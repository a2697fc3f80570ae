rows = [[1, -0.5], [-1, 1], [0.5, 1]]

to, source = 2, 1
print(f"answer {rows[to - 1][source - 1]}")
#> answer -1
print(f"turned {rows[source - 1][to - 1]}")
#> turned -0.5
print(f"counted_from_zero {rows[to][source]}")
#> counted_from_zero 1
