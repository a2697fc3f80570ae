from backprop import Network

net = Network([2, 2, 2])
net.weights = [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]]
net.biases = [[[0.35], [0.35]], [[0.60], [0.60]]]
x, y = [[0.05], [0.10]], [[0.01], [0.99]]

print("outputs", *(f"{a:.9f}" for a in net.feedforward(x).ravel()))
#> outputs 0.751365070 0.772928465
print("error  ", f"{net.cost(x, y):.9f}")
#> error   0.298371109

_, nabla_w = net.backprop(x, y)
print("dE/dw5 ", f"{nabla_w[1][0, 0]:.9f}")
#> dE/dw5  0.082167041
net.weights = [w - 0.5 * g for w, g in zip(net.weights, nabla_w, strict=True)]
print("w1, w2 ", *(f"{w:.9f}" for w in net.weights[0][0]))
#> w1, w2  0.149780716 0.199561432
print("w3, w4 ", *(f"{w:.9f}" for w in net.weights[0][1]))
#> w3, w4  0.249751144 0.299502287
print("w5, w6 ", *(f"{w:.9f}" for w in net.weights[1][0]))
#> w5, w6  0.358916480 0.408666186
print("w7, w8 ", *(f"{w:.9f}" for w in net.weights[1][1]))
#> w7, w8  0.511301270 0.561370121
