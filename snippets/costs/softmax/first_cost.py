import numpy as np

from backprop import Network, datasets

X, Y = datasets.twenty_points()

net = Network(
    [2, 4, 4, 3],
    hidden="tanh",
    output="softmax",
    cost="cross_entropy",
    init="small",
)
print(f"first cost {net.cost(X, Y):.4f}")
#> first cost 1.0986
print(f"-log(1/3)  {-np.log(1 / 3):.4f}")
#> -log(1/3)  1.0986
print(f" log(1/3) {np.log(1 / 3):.4f}")
#>  log(1/3) -1.0986
