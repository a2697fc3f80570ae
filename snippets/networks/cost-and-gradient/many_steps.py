from network import net, x, y

eta = 5
for step in range(1001):
    if step in (0, 1, 10, 100, 1000):
        answers = net.feedforward(x).round(2).tolist()
        print(step, round(net.cost(x, y), 4), answers)
        #> 0 0.2068 [[0.73, 0.52, 0.9, 0.71]]
        #> 1 0.1857 [[0.64, 0.49, 0.85, 0.7]]
        #> 10 0.0915 [[0.38, 0.46, 0.44, 0.69]]
        #> 100 0.0019 [[0.07, 0.94, 0.06, 0.95]]
        #> 1000 0.0001 [[0.02, 0.99, 0.01, 0.99]]
    nabla_b, nabla_w = net.backprop(x, y)
    for w, dw in zip(net.weights, nabla_w, strict=True):
        w -= eta * dw
    for b, db in zip(net.biases, nabla_b, strict=True):
        b -= eta * db
