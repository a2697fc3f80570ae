from backprop import Network, numerical_gradient

net = Network([3, 3, 3], rng=0)
x, y = [[0.5], [-1], [2]], [[1], [0], [0]]


def cost(weights):
    net.weights[0] = weights
    return net.cost(x, y)


delta = net.backprop(x, y)[0][0]  # of one sample, the gradient of the bias is the error
measured = numerical_gradient(cost, net.weights[0])
right = delta @ [[0.5, -1, 2]]
turned = x @ delta.T
for i, j in [(0, 0), (0, 1), (0, 2), (1, 0)]:
    numbers = measured[i, j], right[i, j], turned[i, j]
    print(i, j, "measured {:.4f}, right {:.4f}, turned {:.4f}".format(*numbers))
    #> 0 0 measured 0.0442, right 0.0442, turned 0.0442
    #> 0 1 measured -0.0885, right -0.0885, turned 0.0173
    #> 0 2 measured 0.1770, right 0.1770, turned 0.0099
    #> 1 0 measured 0.0173, right 0.0173, turned -0.0885
