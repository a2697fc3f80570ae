from backprop import sigmoid

for z in [-6, -4, -2, 0, 2, 4, 6]:
    print(f"{z:2}  {sigmoid(z):.4f}")
    #> -6  0.0025
    #> -4  0.0180
    #> -2  0.1192
    #>  0  0.5000
    #>  2  0.8808
    #>  4  0.9820
    #>  6  0.9975
