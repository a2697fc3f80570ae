from backprop import Network

from network import x, y

weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
biases = [[[-1], [1], [-1]], [[0.5]]]

print("  eta  promised     real")
#>   eta  promised     real
for eta in [0.1, 1, 10, 100]:
    net = Network([2, 3, 1])
    net.weights, net.biases = weights, biases
    before = net.cost(x, y)
    nabla_b, nabla_w = net.backprop(x, y)
    squares = sum((g**2).sum() for g in nabla_b + nabla_w)
    parameters, gradient = net.weights + net.biases, nabla_w + nabla_b
    for array, part in zip(parameters, gradient, strict=True):
        array -= eta * part
    change = net.cost(x, y) - before
    print(f"{eta:5}  {-eta * squares:8.4f} {change:8.4f}")
    #>   0.1   -0.0004  -0.0004
    #>     1   -0.0042  -0.0042
    #>    10   -0.0420  -0.0411
    #>   100   -0.4205  -0.0243
