from network import net

x, y = [[0], [-1]], [[1]]
nabla_b, nabla_w = net.backprop(x, y)
print(net.feedforward(x).round(4).tolist())
#> [[0.7056]]
print("b3", nabla_b[1].round(4).tolist(), "W3", nabla_w[1].round(4).tolist())
#> b3 [[-0.0611]] W3 [[-0.0231, -0.0306, -0.0073]]
print("b2", nabla_b[0].round(4).tolist())
#> b2 [[-0.0287], [0.0153], [-0.0064]]
print("W2", nabla_w[0].round(4).tolist())
#> W2 [[0.0, 0.0287], [0.0, -0.0153], [0.0, 0.0064]]
