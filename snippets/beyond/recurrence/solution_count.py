print("moments  cell  state")
#> moments  cell  state
for moments in [1, 10, 100]:
    cell, state = 0, 0
    for _ in range(moments):
        cell = 1 * cell + 1 * 1  # both gates open
        state = 0.5 * state + 0.5 * 1  # one gate, half open
    print(f"{moments:7}  {cell:4}  {state:.3f}")
    #>       1     1  0.500
    #>      10    10  0.999
    #>     100   100  1.000
