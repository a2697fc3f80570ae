import numpy as np

from backprop import Network

i = np.arange(20)
label = i % 3
radius = 0.3 + 0.13 * (i // 3)
angle = 2 * np.pi * label / 3 + 3.5 * radius
X = np.array([radius * np.cos(angle), radius * np.sin(angle)])
Y = np.eye(3)[:, label]

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
