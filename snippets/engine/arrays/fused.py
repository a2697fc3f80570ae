from backprop import Tensor

y = [0, 1]
z = Tensor([1000, -1000])
try:
    cost = -(y * z.softmax().log()).sum()
except ValueError as error:
    print(error)
    #> log needs numbers above 0; got 0

cost = z.softmax_cross_entropy(y)
cost.backward()
print(cost.data, z.grad)
#> 2000.0 [ 1. -1.]
