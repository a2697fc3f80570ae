from itertools import pairwise

sizes, more = [784, 30, 10], [5]
print([n + 1 for n in sizes])
#> [785, 31, 11]
print(sum(n for n in sizes if n < 100))
#> 40
print(sizes[0], sizes[-1], sizes[1:], sizes[::2])
#> 784 10 [30, 10] [784, 10]
print(sizes + more, [1] * 3)
#> [784, 30, 10, 5] [1, 1, 1]
more.append(2)
print(more)
#> [5, 2]

for layer, n in enumerate(sizes, start=1):
    print(layer, n)
    #> 1 784
    #> 2 30
    #> 3 10
for n_in, n_out in pairwise(sizes):
    print(n_in, "to", n_out)
    #> 784 to 30
    #> 30 to 10
names = ["in", "hidden", "out"]
for name, n in zip(names, sizes, strict=True):
    print(name, n)
    #> in 784
    #> hidden 30
    #> out 10
print(*range(4, 1, -1))
#> 4 3 2
