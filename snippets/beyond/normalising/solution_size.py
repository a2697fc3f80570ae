import numpy as np

from backprop import Activation, BatchNorm, Dense, Model

from digits import x, y


def learned(c, eta):
    """Make the first weights c times as large, and train them with this eta."""
    first = Dense(64, 16, rng=0)
    first.w = c * first.w
    length = np.linalg.norm(first.w)
    norm = BatchNorm(16, epsilon=1e-12)
    layers = [first, norm, Activation("tanh"), Dense(16, 10, rng=1)]
    model = Model(layers, "softmax", "cross_entropy")
    for _ in range(50):
        for name, gradient in model.backprop(x, y).items():
            model.parameters[name] -= (eta if name == "0.w" else 0.1) * gradient
    return first.w / c, np.linalg.norm(first.w) / length


for c in [0.1, 1, 5]:
    w, growth = learned(c, eta=0.1)
    same = np.allclose(w, learned(1, eta=0.1 / c**2)[0])
    print(f"{c:3} times: the same steps {same}, length in the end times {growth:.2f}")
    #> 0.1 times: the same steps True, length in the end times 2.00
    #>   1 times: the same steps True, length in the end times 1.00
    #>   5 times: the same steps True, length in the end times 1.00
