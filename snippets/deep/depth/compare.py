from two_spirals import report

for row in report([90], 0.1, range(4, 28)):
    print(row)
    #> [90]: 361 parameters, 24 starts, mean 0.791
    #> 0.73 0.74 0.74 0.75 0.76 0.76 0.76 0.76 0.78 0.78 0.79 0.80
    #> 0.80 0.81 0.81 0.82 0.82 0.82 0.82 0.82 0.83 0.83 0.83 0.85
