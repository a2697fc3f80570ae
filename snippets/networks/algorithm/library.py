from network import net

nabla_b, nabla_w = net.backprop([[1], [2]], [[0]])
for name, arrays in [("b", nabla_b), ("W", nabla_w)]:
    for layer, array in enumerate(arrays, start=2):
        print(f"{name}{layer}", array.round(4).tolist())
        #> b2 [[0.0568], [-0.0152], [0.0215]]
        #> b3 [[0.1444]]
        #> W2 [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]
        #> W3 [[0.0388, 0.1272, 0.1181]]
