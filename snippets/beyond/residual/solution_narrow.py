blocks = 40
for keep in [0.5, 0.95, 1, 1.05]:
    print(f"{keep:4}  {keep**blocks:.1e}")
    #>  0.5  9.1e-13
    #> 0.95  1.3e-01
    #>    1  1.0e+00
    #> 1.05  7.0e+00
