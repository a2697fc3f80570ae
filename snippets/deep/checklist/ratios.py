import numpy as np

from backprop import accuracy, train

from network import fresh, x, y

print("  rate  step / weights, by layer    right")
#>   rate  step / weights, by layer    right
for eta in [0.0001, 0.001, 0.01, 0.1, 1, 10]:
    net = fresh()
    _, nabla_w = net.backprop(x, y)
    ratios = [
        np.linalg.norm(eta * nabla) / np.linalg.norm(w)
        for nabla, w in zip(nabla_w, net.weights, strict=True)
    ]
    ratios = "  ".join(f"{ratio:.0e}" for ratio in ratios)
    right = 0
    for seed in range(5):
        net = fresh(rng=seed)
        train(net, x, y, epochs=200, eta=eta, batch_size=None)
        right += accuracy(net, x, y) / 5
    print(f"{eta:6}  {ratios}  {right:8.2f}")
    #> 0.0001  2e-06  6e-06  1e-05      0.33
    #>  0.001  2e-05  6e-05  1e-04      0.33
    #>   0.01  2e-04  6e-04  1e-03      0.56
    #>    0.1  2e-03  6e-03  1e-02      0.85
    #>      1  2e-02  6e-02  1e-01      0.97
    #>     10  2e-01  6e-01  1e+00      0.33
