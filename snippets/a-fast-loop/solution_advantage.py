everything_else = 2.9
for mathematics in 1, 30, 1000:
    print(f"{mathematics:4}: {(mathematics + everything_else) / mathematics:.3f}")
    #>    1: 3.900
    #>   30: 1.097
    #> 1000: 1.003
