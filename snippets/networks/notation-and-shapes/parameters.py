from itertools import pairwise


def count(sizes):
    weights = [n * n_before for n_before, n in pairwise(sizes)]
    return sum(weights), sum(sizes[1:])


for sizes in [[2, 3, 1], [2, 4, 4, 3], [784, 30, 10]]:
    weights, biases = count(sizes)
    print(sizes, weights, "weights +", biases, "biases =", weights + biases)
    #> [2, 3, 1] 9 weights + 4 biases = 13
    #> [2, 4, 4, 3] 36 weights + 11 biases = 47
    #> [784, 30, 10] 23820 weights + 40 biases = 23860
