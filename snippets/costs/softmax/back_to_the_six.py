import numpy as np

from backprop import Network, datasets, train

x, y, x_new, y_new = datasets.split(*datasets.digits())
net = Network(
    [64, 32, 10], output="softmax", cost="cross_entropy", init="nielsen", rng=0
)
train(net, x, y, epochs=20, eta=1.0, batch_size=32, progress=False)
six, wanted = x_new[:, [152]], y_new[:, [152]]

print(f"cost of the 6 {net.cost(six, wanted):.1f}")
#> cost of the 6 4.4
print(f"cost of knowing nothing {np.log(10):.1f}")
#> cost of knowing nothing 2.3
print(f"cost of all new digits, on average {net.cost(x_new, y_new):.2f}")
#> cost of all new digits, on average 0.13
delta = net.feedforward(six) - wanted
for digit in [1, 6, 8]:
    print(f"error of the output {digit}: {delta[digit, 0]:.2f}")
    #> error of the output 1: 0.97
    #> error of the output 6: -0.99
    #> error of the output 8: 0.00
