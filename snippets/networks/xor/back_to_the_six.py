import numpy as np

from backprop import Network, check_gradient, datasets, sigmoid_prime, train

x, y, x_new, y_new = datasets.split(*datasets.digits())
net = Network(
    [64, 32, 10], output="softmax", cost="cross_entropy", init="nielsen", rng=0
)
train(net, x, y, epochs=20, eta=1.0, batch_size=32, progress=False)
six, wanted = x_new[:, [152]], y_new[:, [152]]

zs, a = net.forward_pass(six)
delta3 = a[3] - wanted  # the errors of the ten outputs
delta2 = (net.weights[1].T @ delta3) * sigmoid_prime(zs[2])  # BP2
print(f"errors: {delta3.size + delta2.size}")
#> errors: 42

nabla_b, nabla_w = [delta2, delta3], [delta2 @ a[1].T, delta3 @ a[2].T]  # BP3, BP4
print(f"derivatives: {sum(g.size for g in nabla_b + nabla_w)}")
#> derivatives: 2410
library = [*net.backprop(six, wanted)[0], *net.backprop(six, wanted)[1]]
pairs = zip(nabla_b + nabla_w, library, strict=True)
print("as the library has them:", all(np.allclose(g, h, rtol=1e-10) for g, h in pairs))
#> as the library has them: True
print("as they are measured:", check_gradient(net, six, wanted) < 1e-6)
#> as they are measured: True
