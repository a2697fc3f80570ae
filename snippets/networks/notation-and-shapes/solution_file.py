shapes = [(128, 784), (128,), (10, 128), (10,)]
weights = [shape for shape in shapes if len(shape) == 2]

print("layers", [weights[0][1], *(n for n, n_before in weights)])
#> layers [784, 128, 10]
print(128 * 784, "+", 128, "+", 10 * 128, "+", 10, "=", 128 * 784 + 128 + 10 * 128 + 10)
#> 100352 + 128 + 1280 + 10 = 101770
