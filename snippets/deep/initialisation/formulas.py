from math import sqrt

for n_in, n_out in [(100, 100), (784, 30), (30, 10)]:
    lecun, xavier = 1 / sqrt(n_in), sqrt(2 / (n_in + n_out))
    print(n_in, n_out, round(lecun, 3), round(xavier, 3), round(sqrt(2 / n_in), 3))
    #> 100 100 0.1 0.1 0.141
    #> 784 30 0.036 0.05 0.051
    #> 30 10 0.183 0.224 0.258
