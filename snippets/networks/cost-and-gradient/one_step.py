from network import net, x, y

eta = 0.5
print(round(net.cost(x, y), 4))
#> 0.2068
nabla_b, nabla_w = net.backprop(x, y)
net.weights = [w - eta * g for w, g in zip(net.weights, nabla_w, strict=True)]
net.biases = [b - eta * g for b, g in zip(net.biases, nabla_b, strict=True)]
print(round(net.cost(x, y), 4))
#> 0.2047
