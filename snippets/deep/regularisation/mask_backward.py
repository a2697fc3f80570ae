import numpy as np

from backprop import numerical_gradient, sigmoid, tanh, tanh_prime

rng = np.random.default_rng(0)
w2, w3 = rng.normal(size=(4, 3)), rng.normal(size=(1, 4))
x, y = rng.normal(size=(3, 1)), 1
mask = np.array([[0], [2], [2], [0]])


def cost(w2):
    a2 = mask * tanh(w2 @ x)
    a3 = sigmoid(w3 @ a2)
    return -np.log(a3).item()  # cross-entropy, y is 1


z2 = w2 @ x
delta3 = sigmoid(w3 @ (mask * tanh(z2))) - y
delta2 = (w3.T @ delta3) * mask * tanh_prime(z2)
nabla_w2 = delta2 @ x.T
for row in nabla_w2.round(4):
    print(row)
    #> [0. 0. 0.]
    #> [-0.0257 -0.015   0.0195]
    #> [-0.0404 -0.0235  0.0306]
    #> [0. 0. 0.]
print("right:", np.allclose(nabla_w2, numerical_gradient(cost, w2), atol=1e-8))
#> right: True
