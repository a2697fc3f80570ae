import numpy as np

from backprop import Network, accuracy, datasets, train

x, y = datasets.spirals(m=150, rng=0)
new = datasets.spirals(m=1000, rng=1)
options = {"output": "softmax", "cost": "cross_entropy", "init": "he"}


def run(hidden, eta, seed):
    net = Network([2, 16, 16, 3], hidden=hidden, rng=seed, **options)
    train(net, x, y, epochs=200, eta=eta, batch_size=None, progress=False)
    return net.cost(x, y), accuracy(net, *new)


print("             cost at 0.3   best rate   cost   right")
#>              cost at 0.3   best rate   cost   right
for hidden in ["sigmoid", "tanh", "relu", "leaky_relu", "silu"]:
    results = []
    for eta in [0.3, 1, 3] if hidden == "sigmoid" else [0.3, 1]:
        cost, right = np.median([run(hidden, eta, seed) for seed in range(3)], axis=0)
        results.append((cost, eta, right))
    cost, eta, right = min(results)
    first = results[0][0]
    print(f"{hidden:11}  {first:11.2f}   {eta:9}   {cost:.2f}   {right:.2f}")
    #> sigmoid             0.87           3   0.61   0.70
    #> tanh                0.25           1   0.09   0.97
    #> relu                0.15           1   0.09   0.96
    #> leaky_relu          0.15           1   0.12   0.95
    #> silu                0.32           1   0.09   0.96
