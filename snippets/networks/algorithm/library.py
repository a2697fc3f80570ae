from network import net

x, y = [[-1], [1]], [[1]]
print(net.feedforward(x).round(4).tolist())
#> [[0.5192]]
nabla_b, nabla_w = net.backprop(x, y)
for name, arrays in [("b", nabla_b), ("W", nabla_w)]:
    for layer, array in enumerate(arrays, start=2):
        print(f"{name}{layer}", array.round(4).tolist())
        #> b2 [[-0.0168], [0.0054], [-0.0282]]
        #> b3 [[-0.12]]
        #> W2 [[0.0168, -0.0168], [-0.0054, 0.0054], [0.0282, -0.0282]]
        #> W3 [[-0.0091, -0.1143, -0.0453]]
