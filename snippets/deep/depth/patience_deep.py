from two_spirals import report

for row in report([12, 12, 12], 0.01, range(4, 12), epochs=400):
    print(row)
    #> [12, 12, 12]: 361 parameters, 8 starts, mean 0.995
    #> 0.99 0.99 0.99 0.99 0.99 1.00 1.00 1.00
