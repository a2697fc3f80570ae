from five_epochs import learn

print(" rate   cost   held out")
#>  rate   cost   held out
for eta in [0.001, 0.003, 0.01, 0.03, 0.1, 0.3]:
    cost, right, eta = learn("adam", eta)
    print(f"{eta:5}   {cost:.2f}        {right:.0%}")
    #> 0.001   1.86        45%
    #> 0.003   0.95        82%
    #>  0.01   0.25        93%
    #>  0.03   0.09        96%
    #>   0.1   0.09        95%
    #>   0.3   1.38        41%
