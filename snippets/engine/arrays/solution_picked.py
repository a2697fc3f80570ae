from backprop import Tensor, numerical_gradient

table = [[4, 2], [3, 6]]
words = Tensor(table)
words[[1, 1, 0]].max(axis=0).backward([1, 10])
print("handed back:", words.grad.tolist())
#> handed back: [[1.0, 0.0], [0.0, 10.0]]


def weighted(table):
    return table[[1, 1, 0]].max(axis=0) @ [1, 10]


print("nudged:     ", numerical_gradient(weighted, table).round(4).tolist())
#> nudged:      [[1.0, 0.0], [0.0, 10.0]]
