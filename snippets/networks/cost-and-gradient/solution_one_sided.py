for parameters in [13, 47, 23860]:
    print(parameters, parameters + 1, 2 * parameters)
    #> 13 14 26
    #> 47 48 94
    #> 23860 23861 47720
