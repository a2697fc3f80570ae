print("blocks   each adds as much   each adds an n-th")
#> blocks   each adds as much   each adds an n-th
for n in [1, 10, 40, 1000]:
    print(f"{n:6}   {2.0**n:17.3g}   {(1 + 1 / n) ** n:.4f}")
    #>      1                   2   2.0000
    #>     10            1.02e+03   2.5937
    #>     40             1.1e+12   2.6851
    #>   1000           1.07e+301   2.7169
