import numpy as np

from backprop import (
    Attention,
    Dense,
    Embedding,
    Positions,
    Sequential,
    TransformerBlock,
    attend_backward,
    check_layer,
)

block = TransformerBlock(4, heads=2, n_hidden=8, rng=1)
x = np.random.default_rng(0).normal(size=(4, 5, 3))
errors = check_layer(block, x)
print("block:", len(errors), "gradients, right:", max(errors.values()) < 1e-6)
#> block: 13 gradients, right: True

layers = [Embedding(7, 4), Positions(4, 5), block, Dense(4, 7)]
words = np.random.default_rng(0).integers(7, size=(5, 3))
errors = check_layer(Sequential(layers), words)
print("model:", len(errors), "gradients, right:", max(errors.values()) < 1e-6)
#> model: 16 gradients, right: True


class Fixed(Attention):
    """Hands back to the values only, as if the weights were numbers from outside."""

    def backward(self, delta):
        super().backward(delta)
        g = np.tensordot(self.w_o.T, delta, 1)
        _, _, of_v = attend_backward(g, self.q, self.k, self.v, self.p_of_all)
        return np.tensordot(self.w_v.T, of_v, 1)


wrong = [name for name, error in check_layer(Fixed(4), x).items() if error > 1e-6]
print("with weights held fixed, wrong:", *wrong)
#> with weights held fixed, wrong: x
