import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
x, y = rng.normal(size=(50, 100)), np.eye(5)[:, np.arange(100) % 5]
outside = {"output": "softmax", "cost": "cross_entropy", "rng": 1}
print("hidden layers        2      5     10     20")
#> hidden layers        2      5     10     20
for hidden in ["sigmoid", "tanh", "relu"]:
    for init in ["small", "xavier", "he", "normal"]:
        norms = []
        for depth in [2, 5, 10, 20]:
            sizes = [50] * (depth + 1) + [5]
            net = Network(sizes, hidden=hidden, init=init, **outside)
            _, nabla_w = net.backprop(x, y)
            norms.append(f"{np.linalg.norm(nabla_w[0]):.0e}")
        print(f"{hidden:8}{init:6}", *(f"{norm:>6}" for norm in norms))
        #> sigmoid small   2e-04  1e-09  2e-18  4e-36
        #> sigmoid xavier  5e-02  7e-04  4e-07  2e-13
        #> sigmoid he      7e-02  2e-03  5e-06  6e-11
        #> sigmoid normal  6e-01  3e-01  5e-02  2e-02
        #> tanh    small   3e-03  1e-06  2e-12  5e-24
        #> tanh    xavier  5e-01  3e-01  2e-01  1e-01
        #> tanh    he      6e-01  6e-01  7e-01  1e+00
        #> tanh    normal  3e+00  3e+01  6e+02  6e+05
        #> relu    small   2e-03  2e-07  6e-14  3e-27
        #> relu    xavier  5e-01  1e-01  3e-02  4e-04
        #> relu    he      9e-01  6e-01  8e-01  4e-01
        #> relu    normal  3e+01  3e+03  9e+06  8e+13
