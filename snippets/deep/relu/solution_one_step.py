import numpy as np

from backprop import relu, relu_prime

x, y = np.array([1.0, 2.0]), np.array([0.0, 1.0])
print(" eta    z after one step    cost, before and after 1, 2 and 1000 steps")
#>  eta    z after one step    cost, before and after 1, 2 and 1000 steps
for eta in [0.1, 0.48, 0.5]:
    w, b, zs, costs = 1.0, 0.0, [], []
    for _ in range(1001):
        z = w * x + b
        zs.append(z)
        costs.append(np.mean((relu(z) - y) ** 2 / 2))
        delta = (relu(z) - y) * relu_prime(z)
        w -= eta * np.mean(delta * x)
        b -= eta * np.mean(delta)
    shown = "  ".join(f"{costs[step]:.4f}" for step in [0, 1, 2, 1000])
    print(f"{eta:4}   {zs[1][0]:6.2f}  {zs[1][1]:6.2f}       {shown}")
    #>  0.1     0.75    1.60       0.5000  0.2306  0.1140  0.0000
    #> 0.48    -0.20    0.08       0.5000  0.2116  0.0619  0.0000
    #>  0.5    -0.25    0.00       0.5000  0.2500  0.2500  0.2500
