import numpy as np
from tents import pieces


def fold(v, units, top):
    """Send 0 to `top` up and down between 0 and `top`, with one piece for each unit."""
    out = units * v
    for k in range(1, units):
        out = out + (-1) ** k * 2 * units * np.maximum(0, v - k * top // units)
    return out


print("layers   units in each   pieces")
#> layers   units in each   pieces
for units in [2, 3, 4, 6]:
    layers = 12 // units
    top = 2 * units**layers  # so that every bend is at a whole number
    v = np.arange(top + 1)
    for _ in range(layers):
        v = fold(v, units, top)
    print(f"{layers:6}   {units:13}   {pieces(v):6}")
    #>      6               2       64
    #>      4               3       81
    #>      3               4       64
    #>      2               6       36
