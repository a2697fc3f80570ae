import numpy as np

from backprop import Conv2d, check_layer


class OneWindow(Conv2d):
    """Forgets that a weight is used at every place."""

    def backward(self, delta):
        onward = super().backward(delta)
        first = np.zeros_like(delta)
        first[:, 0, 0] = delta[:, 0, 0]
        super().backward(first)
        return onward


class NotTurned(Conv2d):
    """Goes back with the filter as it is, and not turned round."""

    def backward(self, delta):
        w = self.w
        self.w = w[:, :, ::-1, ::-1]
        onward = super().backward(delta)
        self.w = w
        return onward


x = np.random.default_rng(0).normal(size=(2, 5, 6, 3))
for kind in [Conv2d, OneWindow, NotTurned]:
    errors = check_layer(kind(2, 3, size=3), x)
    right = {name: "right" if e < 1e-6 else "wrong" for name, e in errors.items()}
    print(kind.__name__, right)
    #> Conv2d {'x': 'right', 'w': 'right', 'b': 'right'}
    #> OneWindow {'x': 'right', 'w': 'wrong', 'b': 'wrong'}
    #> NotTurned {'x': 'wrong', 'w': 'right', 'b': 'right'}
