import numpy as np
from tents import folding, pieces

x = np.arange(4097)[None] / 4096
print("layers   units   pieces   units in one layer")
#> layers   units   pieces   units in one layer
for layers in [1, 2, 3, 5, 10]:
    count = pieces(folding(layers).feedforward(x)[0])
    print(f"{layers:6}   {2 * layers:5}   {count:6}   {count - 1:18}")
    #>      1       2        2                    1
    #>      2       4        4                    3
    #>      3       6        8                    7
    #>      5      10       32                   31
    #>     10      20     1024                 1023
