from backprop import Network, numerical_gradient, sigmoid_prime

net = Network([3, 3, 3], rng=0)
x, y = [[1], [0], [1]], [[1], [0], [0]]


def cost(bias):
    net.biases[0] = bias
    return net.cost(x, y)


nabla_b, _ = net.backprop(x, y)
output, z = nabla_b[1], net.weights[0] @ x + net.biases[0]
measured = numerical_gradient(cost, net.biases[0])
right = (net.weights[1].T @ output) * sigmoid_prime(z)
wrong = (net.weights[1] @ output) * sigmoid_prime(z)
for unit in range(3):
    numbers = measured[unit, 0], right[unit, 0], wrong[unit, 0]
    print("measured {:.4f}, right {:.4f}, turned {:.4f}".format(*numbers))
    #> measured 0.0878, right 0.0878, turned 0.0347
    #> measured 0.0414, right 0.0414, turned 0.0106
    #> measured 0.0342, right 0.0342, turned -0.0103
