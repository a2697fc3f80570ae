import numpy as np

from backprop import Network, accuracy, datasets, train

x, y, x_test, y_test = datasets.split(*datasets.breast_cancer())
x, x_test = datasets.standardise(x, x_test)
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
costs = train(small, x, y, epochs=2000, eta=0.3, batch_size=None).cost
answers = small.feedforward(x)
print(f"0.01 answers from {answers.min():.3f} to {answers.max():.3f}")
#> 0.01 answers from 0.621 to 0.621
costs += train(small, x, y, epochs=4001, eta=0.3, batch_size=None).cost
for step in [0, 100, 500, 2000, 4000, 5000, 5500, 6000]:
    print(f"0.01 cost after {step:4} steps {costs[step]:.4f}")
    #> 0.01 cost after    0 steps 0.6931
    #> 0.01 cost after  100 steps 0.6638
    #> 0.01 cost after  500 steps 0.6638
    #> 0.01 cost after 2000 steps 0.6638
    #> 0.01 cost after 4000 steps 0.6638
    #> 0.01 cost after 5000 steps 0.6636
    #> 0.01 cost after 5500 steps 0.0199
    #> 0.01 cost after 6000 steps 0.0013
print(f"held out {accuracy(small, x_test, y_test):.3f}")
#> held out 0.972
