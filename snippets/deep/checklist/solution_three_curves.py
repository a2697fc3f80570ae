from backprop import train

from network import fresh, x, y


def costs(optimiser, eta):
    """Return the costs of five starts after fifty steps, the lowest first."""
    ends = []
    for seed in range(5):
        net = fresh(rng=seed)
        train(net, x, y, batch_size=None, epochs=50, optimizer=optimiser, eta=eta)
        ends.append(net.cost(x, y))
    return sorted(ends)


for optimiser in ["sgd", "momentum", "adam"]:
    for eta in [0.03, 0.1, 0.3, 1]:
        ends = costs(optimiser, eta)
        print(f"{optimiser:8}   {eta:4}   {ends[0]:.3f} to {ends[-1]:.3f}")
        #> sgd        0.03   0.848 to 1.025
        #> sgd         0.1   0.715 to 0.819
        #> sgd         0.3   0.486 to 0.568
        #> sgd           1   0.272 to 0.785
        #> momentum   0.03   0.589 to 0.656
        #> momentum    0.1   0.244 to 0.318
        #> momentum    0.3   0.055 to 0.075
        #> momentum      1   0.196 to 1.202
        #> adam       0.03   0.036 to 0.062
        #> adam        0.1   0.016 to 0.020
        #> adam        0.3   0.033 to 0.316
        #> adam          1   0.682 to 1.101

net = fresh(rng=1)
train(net, x, y, batch_size=None, epochs=1, optimizer="sgd", eta=0.3)
print(f"A with the rate of B, after one step: {net.cost(x, y):.3f}")
#> A with the rate of B, after one step: 1.076
