from math import tanh

f, i, o = 0.95, 0.5, 0.8
g, before = 0.26, 1.2
c = f * before + i * g
h = o * tanh(c)
print(f"cell {c:.2f}, state {h:.4f}")
#> cell 1.27, state 0.6830
to_cell = o * (1 - tanh(c) ** 2)
print(f"back to the cell {to_cell:.4f}, on to the one before {to_cell * f:.4f}")
#> back to the cell 0.2168, on to the one before 0.2060
