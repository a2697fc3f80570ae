import numpy as np

from backprop import Network, datasets

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}
net = Network([2, 16, 3], **settings, init="xavier")
rng = np.random.default_rng(0)
eta, batch_size = 1, 10

for epoch in range(1, 21):
    order = rng.permutation(x.shape[1])
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        nabla_b, nabla_w = net.backprop(x[:, batch], y[:, batch])
        for w, dw in zip(net.weights, nabla_w, strict=True):
            w -= eta * dw
        for b, db in zip(net.biases, nabla_b, strict=True):
            b -= eta * db
    if epoch in (1, 5, 20):
        right = (net.feedforward(x).argmax(axis=0) == y.argmax(axis=0)).mean()
        print(f"epoch {epoch:2}: cost {net.cost(x, y):.2f}, {right:.0%} right")
        #> epoch  1: cost 0.74, 53% right
        #> epoch  5: cost 0.22, 92% right
        #> epoch 20: cost 0.04, 99% right
