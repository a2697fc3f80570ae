import numpy as np

from backprop import Network, datasets

x, y = datasets.spirals(m=150, rng=0)
x_new, y_new = datasets.spirals(m=300, rng=1)
options = {"output": "softmax", "cost": "cross_entropy", "init": "he"}
eta = 0.3

print("             cost  right")
#>              cost  right
for hidden in ["sigmoid", "tanh", "relu", "leaky_relu", "silu", "gelu"]:
    costs, rights = [], []
    for seed in range(3):
        net = Network([2, 16, 16, 3], hidden=hidden, rng=seed, **options)
        for _ in range(300):
            nabla_b, nabla_w = net.backprop(x, y)
            for w, g in zip(net.weights, nabla_w, strict=True):
                w -= eta * g
            for b, g in zip(net.biases, nabla_b, strict=True):
                b -= eta * g
        costs.append(net.cost(x, y))
        answers = net.feedforward(x_new).argmax(axis=0)
        rights.append((answers == y_new.argmax(axis=0)).mean())
    print(f"{hidden:11}  {np.median(costs):.2f}  {np.median(rights):.2f}")
    #> sigmoid      0.79  0.54
    #> tanh         0.14  0.96
    #> relu         0.10  0.98
    #> leaky_relu   0.10  0.98
    #> silu         0.17  0.94
    #> gelu         0.11  0.97
