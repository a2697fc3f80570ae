import numpy as np

from backprop import Network, datasets, train

x, y, _, _ = datasets.split(*datasets.breast_cancer())
x = datasets.standardise(x)
benign = y.mean()
entropy = -benign * np.log(benign) - (1 - benign) * np.log(1 - benign)
print(f"benign {benign:.3f}, entropy {entropy:.4f}")
#> benign 0.621, entropy 0.6638

sizes = [30, 20, 10, 5, 1]
small = Network(sizes, hidden="relu", cost="cross_entropy", init="small")
he = Network(sizes, hidden="relu", cost="cross_entropy", init="he")
for name, net in [("0.01", small), ("he", he)]:
    _, nabla_w = net.backprop(x, y)
    print(f"{name:4} gradients", *(f"{np.abs(g).max():.0e}" for g in nabla_w))
    #> 0.01 gradients 5e-07 1e-06 2e-06 2e-06
    #> he   gradients 5e-02 1e-01 2e-01 1e-01
history = train(small, x, y, epochs=2001, eta=0.3, batch_size=None)
print("0.01 costs", *(f"{history.cost[step]:.4f}" for step in [0, 100, 500, 2000]))
#> 0.01 costs 0.6931 0.6638 0.6638 0.6638
answers = small.feedforward(x)
print(f"0.01 answers from {answers.min():.3f} to {answers.max():.3f}")
#> 0.01 answers from 0.621 to 0.621
