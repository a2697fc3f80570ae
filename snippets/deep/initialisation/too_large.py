import numpy as np

from backprop import Network, tanh_prime

x = np.random.default_rng(1).normal(size=(100, 1000))
net = Network([100] * 11, hidden="tanh", output="tanh", init="normal", rng=0)
zs, activations = net.forward_pass(x)
print("layer  deviation of z  beyond 0.99  median slope")
#> layer  deviation of z  beyond 0.99  median slope
for layer in [2, 5, 8, 11]:
    beyond = (abs(activations[layer]) > 0.99).mean()
    slope = np.median(tanh_prime(zs[layer]))
    print(f"{layer:5}  {zs[layer].std():14.1f}  {beyond:11.0%}  {slope:12.0e}")
    #>     2            10.0          79%         6e-06
    #>     5             9.8          79%         7e-06
    #>     8             9.7          79%         8e-06
    #>    11             9.5          78%         1e-05
