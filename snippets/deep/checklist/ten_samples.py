from network import fresh, x, y

x, y = x[:, ::30], y[:, ::30]


def wrong_step(net, eta):
    nabla_b, nabla_w = net.backprop(x, y)
    for w, nabla in zip(net.weights, nabla_w, strict=True):
        w = w - eta * nabla
    for b, nabla in zip(net.biases, nabla_b, strict=True):
        b = b - eta * nabla


def right_step(net, eta):
    nabla_b, nabla_w = net.backprop(x, y)
    for w, nabla in zip(net.weights, nabla_w, strict=True):
        w -= eta * nabla
    for b, nabla in zip(net.biases, nabla_b, strict=True):
        b -= eta * nabla


for step in [wrong_step, right_step]:
    net = fresh()
    before = net.cost(x, y)
    for _ in range(1000):
        step(net, eta=0.5)
    after = net.cost(x, y)
    print(f"{step.__name__}: cost {before:.2f} → {after:.2f}")
    #> wrong_step: cost 1.21 → 1.21
    #> right_step: cost 1.21 → 0.00
