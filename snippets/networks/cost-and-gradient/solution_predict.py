from network import net, x, y

before = net.cost(x, y)
net.weights = [[[0.9, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
print(round(-0.1 * 0.0344, 5), round(net.cost(x, y) - before, 5))
#> -0.00344 -0.00355
