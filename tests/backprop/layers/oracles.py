"""Gradients of layers by the complex step, which knows a layer's definition and no formula of a slope.

What a test calls `definition` is written anew, entry by entry, and shares no code with the library. It takes
complex arrays by name.
"""

import numpy as np

H = 1e-30


def complex_step(definition, arrays, g):
    """Return for each array the gradient of C = Σ g ⊙ definition(**arrays): Im C(… + ih …) / h."""
    arrays = {name: np.asarray(array, complex) for name, array in arrays.items()}
    gradients = {}
    for name, array in arrays.items():
        gradients[name] = np.zeros(array.shape)
        for index in np.ndindex(array.shape):
            nudged = array.copy()
            nudged[index] += 1j * H
            cost = (g * definition(**{**arrays, name: nudged})).sum()
            gradients[name][index] = cost.imag / H
    return gradients


def assert_right(layer, x, definition, *, rtol=1e-9, atol=1e-12):
    """Compare what a layer computes, forward and backward, with its definition and the complex step."""
    arrays = {
        "x": np.asarray(x, float),
        **{name.replace(".", "_"): p for name, p in layer.parameters.items()},
    }
    a = layer.forward(x)
    expected = definition(**{name: array.astype(complex) for name, array in arrays.items()})
    np.testing.assert_allclose(a, expected.real, rtol=rtol, atol=atol)

    g = np.random.default_rng(7).normal(size=a.shape)
    onward = layer.backward(g)
    gradients = complex_step(definition, arrays, g)
    np.testing.assert_allclose(onward, gradients["x"], rtol=rtol, atol=atol)
    for name, gradient in layer.gradients.items():
        np.testing.assert_allclose(
            gradient, gradients[name.replace(".", "_")], rtol=rtol, atol=atol, err_msg=name
        )


def drawn(layer, seed=0, size=1):
    """Give the layer random parameters: ones and zeros would hide what is multiplied and added."""
    rng = np.random.default_rng(seed)
    for _, owner, name in layer.owners():
        setattr(owner, name, rng.normal(0, size, size=getattr(owner, name).shape))
    return layer


def assert_float32_stays(layer, x):
    """See that a layer of float32 computes in it, whatever comes, and forgets no array."""
    layer.astype(np.float32)
    for given in (np.asarray(x, np.float32), np.asarray(x, np.float64)):
        a = layer.forward(given)
        onward = layer.backward(np.ones(a.shape))
        assert layer.predict(given).dtype == np.float32
        assert a.dtype == np.float32
        assert onward.dtype == np.float32
        assert {array.dtype for array in layer.parameters.values()} <= {np.dtype(np.float32)}
        assert {array.dtype for array in layer.gradients.values()} <= {np.dtype(np.float32)}
