import numpy as np

from backprop import sigmoid_prime

from patients import inputs, networks, y


def sizes(arrays, form):
    return "  ".join(f"{np.mean(np.abs(array)):{form}}" for array in arrays)


print("what comes in")
#> what comes in
for name, net in networks.items():
    _, activations = net.forward_pass(inputs[name])
    coming = [activations[layer - 1] for layer in range(2, len(net.sizes) + 1)]
    print(f"{name:7}", sizes(coming, "5.3f"))
    #> healthy 0.790  0.345  0.624
    #> A       0.790  0.517  0.550
    #> B       0.790  0.345  0.624  0.599  0.617  0.508
    #> C       0.790  0.345  0.694
    #> D       0.001  0.308  0.641
    #> E       0.790  0.345  0.624
print("slopes")
#> slopes
for name, net in networks.items():
    zs, _ = net.forward_pass(inputs[name])
    print(f"{name:7}", sizes([sigmoid_prime(z) for z in zs.values()], "5.3f"))
    #> healthy 0.155  0.214  0.203
    #> A       0.002  0.182  0.207
    #> B       0.155  0.214  0.127  0.153  0.142  0.249
    #> C       0.155  0.208  0.168
    #> D       0.186  0.221  0.202
    #> E       0.155  0.214  0.000
print("derivatives")
#> derivatives
for name, net in networks.items():
    print(f"{name:7}", sizes(net.backprop(inputs[name], y)[1], "5.0e"))
    #> healthy 6e-04  4e-03  4e-02
    #> A       2e-05  4e-03  3e-02
    #> B       5e-06  1e-05  5e-05  2e-04  7e-04  2e-02
    #> C       0e+00  5e-03  5e-02
    #> D       1e-06  4e-03  4e-02
    #> E       3e-09  1e-08  1e-07
