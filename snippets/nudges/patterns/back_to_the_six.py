import numpy as np

from network import net, six, wanted

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
