from backprop import Network, check_gradient, datasets

X, Y = datasets.twenty_points()
label = Y.argmax(axis=0)

net = Network([2, 4, 4, 3], hidden="tanh", output="softmax", cost="cross_entropy")
print("parameters:", sum(array.size for array in net.weights + net.biases))
#> parameters: 47
print("gradient is right:", check_gradient(net, X, Y) < 1e-6)
#> gradient is right: True

eta = 0.2
print("epoch    cost  right")
#> epoch    cost  right
for epoch in range(501):
    if epoch in [0, 1, 10, 100, 200, 500]:
        right = (net.feedforward(X).argmax(axis=0) == label).sum()
        print(f"{epoch:5}  {net.cost(X, Y):.4f}  {right} of 20")
        #>     0  1.2489  7 of 20
        #>     1  1.0768  9 of 20
        #>    10  0.8259  13 of 20
        #>   100  0.4409  16 of 20
        #>   200  0.2174  20 of 20
        #>   500  0.0326  20 of 20

    nabla_b, nabla_w = net.backprop(X, Y)
    for w, g in zip(net.weights, nabla_w, strict=True):
        w -= eta * g
    for b, g in zip(net.biases, nabla_b, strict=True):
        b -= eta * g
