from backprop import Network

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, 0, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
nabla_b, nabla_w = net.backprop([[1], [2]], [[0]])
print("W2", nabla_w[0].round(4).tolist())
#> W2 [[0.0398, 0.0795], [0.0, 0.0], [0.0151, 0.0302]]
print("b2", nabla_b[0].round(4).tolist())
#> b2 [[0.0398], [0.0], [0.0151]]
print("W3", nabla_w[1].round(4).tolist())
#> W3 [[0.0272, 0.0891, 0.0827]]
