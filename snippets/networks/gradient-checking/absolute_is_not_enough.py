from backprop import Network, numerical_gradient

net = Network([1, 1, 1])
net.weights, net.biases = [[[1]], [[8]]], [[[0]], [[4]]]
x, y = [[1]], [[0]]
nabla_b, _ = net.backprop(x, y)
wrong = 2 * nabla_b[0][0, 0]


def cost(b):
    net.biases = [[[b]], net.biases[1]]
    return net.cost(x, y)


measured = numerical_gradient(cost, 0)
error = abs(wrong - measured)
print(f"absolute {error:.6f}")
#> absolute 0.000083
print(f"relative {error / max(abs(wrong), abs(measured)):.6f}")
#> relative 0.500000
