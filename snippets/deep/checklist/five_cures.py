from backprop import Network, accuracy, datasets, train

x, y = datasets.spirals()


def network(hidden="relu", init="he"):
    names = {"output": "softmax", "cost": "cross_entropy"}
    return Network([2, 20, 20, 3], hidden=hidden, init=init, **names)


cured = {
    "zeros, dead": (network(), 0.1),
    "too small": (network("tanh", "xavier"), 0.1),
    "crawling": (network(), 0.3),
    "saturated": (network("sigmoid", "nielsen"), 1),
}
for name, (net, eta) in cured.items():
    before = net.cost(x, y)
    train(net, x, y, epochs=60, eta=eta)
    costs = f"{before:.1f} → {net.cost(x, y):.1f}"
    print(f"{name:11} {costs}  right {accuracy(net, x, y):.0%}")
    #> zeros, dead 1.2 → 0.1  right 98%
    #> too small   1.2 → 0.1  right 96%
    #> crawling    1.2 → 0.0  right 98%
    #> saturated   1.5 → 0.2  right 95%
