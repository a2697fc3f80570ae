import numpy as np
import pytest

from backprop import Network, train


def make(m=23, **names):
    """A network with samples of three classes, and weights of some size."""
    names = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy", "init": "xavier", **names}
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(5, m)), np.eye(3)[:, rng.integers(3, size=m)]
    net = Network([5, 6, 7, 3], rng=2, **names)
    net.biases = [rng.normal(size=b.shape) / 4 for b in net.biases]
    return net, x, y


def cast(net, dtype):
    net.weights = [w.astype(dtype) for w in net.weights]
    net.biases = [b.astype(dtype) for b in net.biases]
    return net


def plain_loop(net, x, y, *, epochs, eta, batch_size, rng):
    """Stochastic gradient descent as in the book: what `train` is to be equal to."""
    rng, m, costs, norms = np.random.default_rng(rng), x.shape[1], [], []
    for _ in range(epochs):
        order, cost, squares = rng.permutation(m), 0, []
        for start in range(0, m, batch_size):
            batch = order[start : start + batch_size]
            cost += net.cost(x[:, batch], y[:, batch]) * len(batch)
            nabla_b, nabla_w = net.backprop(x[:, batch], y[:, batch])
            net.weights = [w - eta * nabla for w, nabla in zip(net.weights, nabla_w, strict=True)]
            net.biases = [b - eta * nabla for b, nabla in zip(net.biases, nabla_b, strict=True)]
            squares.append([(nabla**2).sum() for nabla in nabla_w])
        costs.append(cost / m)
        norms.append(np.sqrt(np.mean(squares, axis=0)))
    return costs, norms


HIDDEN = ["sigmoid", "tanh", "relu", "leaky_relu", "silu", "gelu", "identity"]
OUTPUTS = [
    *[(output, "quadratic") for output in [*HIDDEN, "softmax"]],
    ("sigmoid", "cross_entropy"),
    ("softmax", "cross_entropy"),
]


@pytest.mark.parametrize(("dtype", "rtol"), [(np.float64, 1e-13), (np.float32, 1e-5)])
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize(("output", "cost"), OUTPUTS)
def test_training_is_the_plain_loop_made_fast(hidden, output, cost, dtype, rtol):
    (fast, x, y), (plain, _, _) = (make(hidden=hidden, output=output, cost=cost) for _ in range(2))
    cast(fast, dtype), cast(plain, dtype)
    history = train(fast, x, y, epochs=3, eta=0.2, batch_size=5, rng=4)
    costs, norms = plain_loop(plain, x, y, epochs=3, eta=0.2, batch_size=5, rng=4)
    for one, other in zip(fast.weights + fast.biases, plain.weights + plain.biases, strict=True):
        assert one.dtype == dtype
        np.testing.assert_allclose(one, other, rtol=0, atol=rtol)
    np.testing.assert_allclose(history.cost, costs, rtol=10 * rtol)
    np.testing.assert_allclose(history.gradient_norms, norms, rtol=100 * rtol)
