import numpy as np

from backprop import Network, datasets, train

x, y, x_new, y_new = datasets.split(*datasets.digits())
net = Network(
    [64, 32, 10], output="softmax", cost="cross_entropy", init="nielsen", rng=0
)
train(net, x, y, epochs=20, eta=1.0, batch_size=32, progress=False)
six, wanted = x_new[:, [152]], y_new[:, [152]]

nabla_b, nabla_w = net.backprop(six, wanted)
neuron = np.abs(nabla_b[0]).argmax()  # the neuron with the loudest wishes
of_the_sum = nabla_b[0][neuron, 0]
print(f"gradient of its sum: {of_the_sum:.2f}")
#> gradient of its sum: -0.79
for square in [0, 36, 19]:
    ink, gradient = six[square, 0], nabla_w[0][neuron, square]
    print(f"ink {ink:.1f}  gradient of its weight: {gradient:.2f}")
    #> ink 0.0  gradient of its weight: 0.00
    #> ink 0.5  gradient of its weight: -0.40
    #> ink 1.0  gradient of its weight: -0.79
same = np.allclose(nabla_w[0][neuron], of_the_sum * six[:, 0], rtol=1e-12)
print("always the gradient of the sum times the ink:", same)
#> always the gradient of the sum times the ink: True
