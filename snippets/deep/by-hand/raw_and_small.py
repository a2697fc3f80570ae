import numpy as np

from backprop import Network, datasets, train

x, y = datasets.breast_cancer()
print("split  dW2 up to  after 500 steps on in layers 2, 3, 4")
#> split  dW2 up to  after 500 steps on in layers 2, 3, 4
for seed in range(5):
    x_train, y_train, _, _ = datasets.split(x, y, rng=seed)
    settings = {"hidden": "relu", "cost": "cross_entropy", "init": "small"}
    net = Network([30, 20, 10, 5, 1], **settings, rng=seed)
    _, nabla_w = net.backprop(x_train, y_train)
    train(net, x_train, y_train, epochs=500, eta=0.3, batch_size=None)
    zs, _ = net.forward_pass(x_train)
    on = "  ".join(f"{np.mean(zs[layer] > 0):.2f}" for layer in [2, 3, 4])
    print(f"{seed:5}  {np.abs(nabla_w[0]).max():9.0e}  {on}")
    #>     0      3e-04  0.00  0.10  0.40
    #>     1      7e-04  0.00  0.20  0.40
    #>     2      2e-03  0.10  0.50  0.00
    #>     3      4e-04  0.00  0.10  0.40
    #>     4      3e-04  0.00  0.20  0.40
