from itertools import pairwise

from backprop import Network, datasets, train

x, y = datasets.spirals()
print("  rate  third  lowest  falls at every step")
#>   rate  third  lowest  falls at every step
for eta in [0.001, 0.01, 0.1, 1, 10]:
    net = Network(
        [2, 20, 20, 3],
        hidden="relu",
        output="softmax",
        cost="cross_entropy",
        init="he",
    )
    history = train(net, x, y, epochs=50, eta=eta, batch_size=None)
    costs = history.cost
    falls = all(b < a for a, b in pairwise(costs))
    print(f"{eta:6}  {costs[2]:5.1f}  {min(costs):6.2f}  {falls}")
    #>  0.001    1.2    1.18  True
    #>   0.01    1.2    1.08  True
    #>    0.1    1.1    0.80  True
    #>      1    0.9    0.29  False
    #>     10  115.2    1.19  False
