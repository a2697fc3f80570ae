from backprop import datasets

x, y = datasets.xor()
for point, wanted in zip(x.T, y[0], strict=True):
    print(point, "wanted", wanted)
    #> [0. 0.] wanted 0.0
    #> [0. 1.] wanted 1.0
    #> [1. 0.] wanted 1.0
    #> [1. 1.] wanted 0.0
