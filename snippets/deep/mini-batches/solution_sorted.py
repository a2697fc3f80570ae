import numpy as np

from backprop import Network, accuracy, datasets, predict

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}
by_class = np.argsort(y.argmax(axis=0), kind="stable")


def learn(shuffled, seed):
    net = Network([2, 16, 3], **settings, init="xavier", rng=seed)
    rng = np.random.default_rng(seed)
    # --8<-- [start:shown]
    for _ in range(10):
        order = rng.permutation(1000) if shuffled else by_class
        for start in range(0, 1000, 10):
            batch = order[start : start + 10]
            nabla_b, nabla_w = net.backprop(x[:, batch], y[:, batch])
            for w, dw in zip(net.weights, nabla_w, strict=True):
                w -= 0.3 * dw
            for b, db in zip(net.biases, nabla_b, strict=True):
                b -= 0.3 * db
    return net


print("               accuracy   classes that it names")
#>                accuracy   classes that it names
for name, shuffled in [("shuffled", True), ("sorted by class", False)]:
    for net in [learn(shuffled, seed) for seed in range(3)]:
        named = np.unique(predict(net, x)).tolist()
        print(f"{name:15}     {accuracy(net, x, y):.1f}   {named}")
        #> shuffled            0.9   [0, 1, 2]
        #> shuffled            0.9   [0, 1, 2]
        #> shuffled            0.9   [0, 1, 2]
        #> sorted by class     0.3   [2]
        #> sorted by class     0.3   [2]
        #> sorted by class     0.3   [2]
# --8<-- [end:shown]
