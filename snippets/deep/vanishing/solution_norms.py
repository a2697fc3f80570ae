import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
x, y = rng.normal(size=(50, 1)), np.eye(5)[:, :1]  # a single sample
settings = {"output": "softmax", "cost": "cross_entropy", "rng": 1}
print("                 layer   error   activation   gradient")
#>                  layer   error   activation   gradient
for hidden, init in [("sigmoid", "xavier"), ("relu", "small"), ("tanh", "normal")]:
    net = Network([50] * 9 + [5], hidden=hidden, init=init, **settings)
    nabla_b, nabla_w = net.backprop(x, y)
    _, a = net.forward_pass(x)
    for layer in [3, 6, 9]:
        parts = nabla_b[layer - 2], a[layer - 1], nabla_w[layer - 2]
        error, activation, gradient = (f"{np.linalg.norm(part):.0e}" for part in parts)
        name = f"{hidden}, {init}"
        print(f"{name:15}  {layer:5}   {error}   {activation:>10}   {gradient:>8}")
        #> sigmoid, xavier      3   6e-05        4e+00      2e-04
        #> sigmoid, xavier      6   4e-03        4e+00      1e-02
        #> sigmoid, xavier      9   3e-01        4e+00      9e-01
        #> relu, small          3   9e-10        2e-01      2e-10
        #> relu, small          6   7e-06        3e-05      2e-10
        #> relu, small          9   5e-02        3e-09      1e-10
        #> tanh, normal         3   8e+01        7e+00      6e+02
        #> tanh, normal         6   1e+01        7e+00      9e+01
        #> tanh, normal         9   2e+00        6e+00      2e+01
