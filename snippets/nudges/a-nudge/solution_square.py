x = 3
for h in [1, 0.5, 0.25]:
    one_sided = ((x + h) ** 2 - x**2) / h
    central = ((x + h) ** 2 - (x - h) ** 2) / (2 * h)
    print(one_sided, central)
    #> 7.0 6.0
    #> 6.5 6.0
    #> 6.25 6.0
