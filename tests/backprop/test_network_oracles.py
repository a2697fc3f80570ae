"""Backpropagation judged by what shares no code with it.

The forward passes in this file are written anew from the definitions: one for complex numbers, sample by
sample, one for autograd, with samples as rows. Then come examples that others have worked and published, and
symmetries.
"""

from itertools import pairwise, product

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import value_and_grad
from autograd.scipy import special as autograd_special
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from backprop import Network, sigmoid_prime

HIDDEN = ["sigmoid", "tanh", "relu", "identity", "leaky_relu", "silu", "gelu"]
ENDS = [("quadratic", output) for output in [*HIDDEN, "softmax"]]
ENDS += [("cross_entropy", "sigmoid"), ("cross_entropy", "softmax")]
each_kind = pytest.mark.parametrize(
    ("hidden", "cost", "output"),
    [(hidden, *end) for hidden, end in product(HIDDEN, ENDS)],
    ids=["-".join([hidden, *end]) for hidden, end in product(HIDDEN, ENDS)],
)


def random_case(hidden, cost, output, depth, m, rng):
    """Draw a network, samples and targets, with every z away from relu's kink."""
    sizes = [int(n) for n in rng.integers(1, 6, depth)]
    net = Network(sizes, hidden=hidden, cost=cost, output=output, init="nielsen", rng=rng)
    y = rng.uniform(0.1, 0.9, (sizes[-1], m))
    if output == "softmax":
        y /= y.sum(axis=0)
    while True:
        x = rng.normal(size=(sizes[0], m))
        zs, _ = net.forward_pass(x)
        if min(np.abs(z).min() for z in zs.values()) > 1e-6:
            return net, x, y


# The complex step: sample by sample, from the definitions


def complex_activation(name, z):
    return {
        "sigmoid": lambda: 1 / (1 + np.exp(-z)),
        "tanh": lambda: np.sinh(z) / np.cosh(z),
        "relu": lambda: np.where(z.real > 0, z, 0),
        "leaky_relu": lambda: np.where(z.real > 0, z, z / 100),
        "silu": lambda: z / (1 + np.exp(-z)),
        "gelu": lambda: z * special.ndtr(z),
        "identity": lambda: z,
        "softmax": lambda: np.exp(z) / np.exp(z).sum(),
    }[name]()


def complex_cost(net, weights, biases, cost, x, y):
    total = 0
    for i in range(x.shape[1]):
        a, target = x[:, i], y[:, i]
        for w, b in zip(weights, biases, strict=True):
            last = w is weights[-1]
            z = np.array([sum(w[j, k] * a[k] for k in range(len(a))) + b[j, 0] for j in range(len(b))])
            a = complex_activation(net.output if last else net.hidden, z)
        if cost == "quadratic":
            total += sum((target - a) ** 2) / 2
        elif net.output == "sigmoid":
            total -= sum(target * np.log(a) + (1 - target) * np.log(1 - a))
        else:
            total -= sum(target * np.log(a))
    return total / x.shape[1]


def complex_step(net, cost, x, y):
    """Return the gradients Im C(w + ih) / h, biases first, which subtract nothing and so lose no digits."""
    h = 1e-30
    weights = [w.astype(complex) for w in net.weights]
    biases = [b.astype(complex) for b in net.biases]
    gradients = []
    for array in biases + weights:
        gradients.append(np.empty(array.shape))
        for index in np.ndindex(array.shape):
            array[index] += 1j * h
            gradients[-1][index] = complex_cost(net, weights, biases, cost, x, y).imag / h
            array[index] = array[index].real
    return gradients


@each_kind
def test_backprop_agrees_with_the_complex_step(hidden, cost, output):
    rng = np.random.default_rng(11)
    for depth, m in [(2, 3), (3, 1), (4, 2)]:
        net, x, y = random_case(hidden, cost, output, depth, m, rng)
        nabla_b, nabla_w = net.backprop(x, y)
        expected = complex_step(net, cost, x, y)
        for found, true in zip(nabla_b + nabla_w, expected, strict=True):
            np.testing.assert_allclose(found, true, rtol=1e-11, atol=1e-15)


# autograd: samples as rows, as PyTorch has them


ROWWISE = {
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "tanh": anp.tanh,
    "relu": lambda z: anp.where(z > 0, z, 0.0),
    "leaky_relu": lambda z: anp.where(z > 0, z, z / 100),
    "silu": lambda z: z / (1 + anp.exp(-z)),
    "gelu": lambda z: z * (1 + autograd_special.erf(z / anp.sqrt(2))) / 2,
    "identity": lambda z: z,
    "softmax": lambda z: anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True),
}


def rowwise_output(net, parameters, x):
    a = x
    for i, (weight, bias) in enumerate(parameters):
        a = ROWWISE[net.output if i == len(parameters) - 1 else net.hidden](anp.dot(a, weight.T) + bias)
    return a


def rowwise_cost(net, cost, x, y):
    def of(parameters):
        a = rowwise_output(net, parameters, x)
        if cost == "quadratic":
            return anp.mean(anp.sum((y - a) ** 2, axis=1)) / 2
        if net.output == "sigmoid":
            return -anp.mean(anp.sum(y * anp.log(a) + (1 - y) * anp.log(1 - a), axis=1))
        return -anp.mean(anp.sum(y * anp.log(a), axis=1))

    return of


def rowwise_parameters(net):
    return [(w, b[:, 0]) for w, b in zip(net.weights, net.biases, strict=True)]


@each_kind
def test_cost_and_backprop_agree_with_autograd(hidden, cost, output):
    rng = np.random.default_rng(12)
    for depth, m in product(range(2, 7), range(1, 8)):
        net, x, y = random_case(hidden, cost, output, depth, m, rng)
        value, gradients = value_and_grad(rowwise_cost(net, cost, x.T, y.T))(rowwise_parameters(net))
        nabla_b, nabla_w = net.backprop(x, y)
        assert net.cost(x, y) == pytest.approx(value, rel=1e-8)
        for found_b, found_w, (true_w, true_b) in zip(nabla_b, nabla_w, gradients, strict=True):
            np.testing.assert_allclose(found_b[:, 0], true_b, rtol=1e-8, atol=1e-14)
            np.testing.assert_allclose(found_w, true_w, rtol=1e-8, atol=1e-14)


@each_kind
def test_samples_as_rows_give_the_same_numbers_transposed(hidden, cost, output):
    net, x, _ = random_case(hidden, cost, output, 4, 5, np.random.default_rng(13))
    rows = rowwise_output(net, rowwise_parameters(net), x.T)
    np.testing.assert_allclose(net.feedforward(x), rows.T, rtol=1e-12, atol=1e-15)


# Published examples


def assert_printed(values, printed, *, digits):
    """Compare with numbers as they stand in print: at most half a unit of their last digit off."""
    np.testing.assert_allclose(values, printed, rtol=0, atol=0.5000001 * 10.0**-digits)


@pytest.fixture
def mazur():
    """M. Mazur, "A Step by Step Backpropagation Example" (mattmazur.com, 2015).

    A 2-2-2 network of sigmoids with the quadratic cost. Each layer has one bias that its neurons share.
    """
    net = Network([2, 2, 2])
    net.weights = [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]]
    net.biases = [[[0.35], [0.35]], [[0.60], [0.60]]]
    return net, np.array([[0.05], [0.10]]), np.array([[0.01], [0.99]])


def test_mazur_s_forward_pass_as_printed(mazur):
    net, x, y = mazur
    zs, activations = net.forward_pass(x)
    assert_printed(zs[2][0, 0], 0.3775, digits=4)
    assert_printed(activations[2], [[0.593269992], [0.596884378]], digits=9)
    assert_printed(zs[3][0, 0], 1.105905967, digits=9)
    assert_printed(activations[3], [[0.75136507], [0.772928465]], digits=8)
    assert_printed(net.cost(x, y), 0.298371109, digits=9)


def test_mazur_s_step_as_printed(mazur):
    """His step has η = 0.5 and moves the weights only: the shared biases stay where they are."""
    net, x, y = mazur
    _, nabla_w = net.backprop(x, y)
    assert_printed(nabla_w[1][0, 0], 0.082167041, digits=9)
    assert_printed(nabla_w[0][0, 0], 0.000438568, digits=9)
    net.weights = [w - 0.5 * nw for w, nw in zip(net.weights, nabla_w, strict=True)]
    assert_printed(net.weights[1][0], [0.35891648, 0.408666186], digits=8)
    assert_printed(net.weights[1][1], [0.511301270, 0.561370121], digits=9)
    assert_printed(net.weights[0][0], [0.149780716, 0.19956143], digits=8)
    assert_printed(net.weights[0][1], [0.24975114, 0.29950229], digits=8)


@pytest.mark.parametrize(("too_early", "cost"), [(False, 0.291027774), (True, 0.291027924)])
def test_mazur_s_printed_cost_after_the_step_uses_new_weights_too_early(mazur, too_early, cost):
    """Printed is 0.291027924: what BP2 gives with W³ as it is after the step, which his text forbids."""
    net, x, y = mazur
    zs, _ = net.forward_pass(x)
    nabla_b, nabla_w = net.backprop(x, y)
    w3 = net.weights[1] - 0.5 * nabla_w[1]
    delta = ((w3 if too_early else net.weights[1]).T @ nabla_b[1]) * sigmoid_prime(zs[2])
    net.weights = [net.weights[0] - 0.5 * delta @ x.T, w3]
    assert_printed(net.cost(x, y), cost, digits=9)


@pytest.fixture
def scikit_learn():
    """scikit-learn, sklearn/neural_network/tests/test_mlp.py, test_fit, worked in its comments.

    A 3-2-1 network of sigmoids with cross-entropy, one sample, η = 0.1, and a penalty α = 0.1 on the weights,
    whose gradient αW is added here. Samples are rows there, so the weights are transposed.
    """
    net = Network([3, 2, 1], cost="cross_entropy")
    net.weights = [[[0.1, 0.3, 0.5], [0.2, 0.1, 0.0]], [[0.1, 0.2]]]
    net.biases = [[[0.1], [0.1]], [[1.0]]]
    return net, np.array([[0.6], [0.8], [0.7]]), np.array([[0]])


def test_scikit_learn_s_example_as_worked(scikit_learn):
    net, x, y = scikit_learn
    _, activations = net.forward_pass(x)
    assert_printed(activations[2], [[0.679178699175393], [0.574442516811659]], digits=15)
    nabla_b, nabla_w = net.backprop(x, y)
    assert_printed(nabla_b[1], [[0.765]], digits=3)
    assert_printed(nabla_b[0], [[0.0167], [0.0374]], digits=4)
    net.weights = [w - 0.1 * (nw + 0.1 * w) for w, nw in zip(net.weights, nabla_w, strict=True)]
    net.biases = [b - 0.1 * nb for b, nb in zip(net.biases, nabla_b, strict=True)]
    # More digits are printed, but worked from numbers that had been rounded to three: off by 6e-5 at most.
    assert_printed(net.weights[0][:, 0], [0.0980, 0.1958], digits=4)
    assert_printed(net.weights[0][:, 1], [0.2957, 0.0960], digits=4)
    np.testing.assert_allclose(net.weights[1], [[0.04706, 0.154089]], rtol=0, atol=6e-5)
    assert_printed(net.biases[0], [[0.0983], [0.0963]], digits=4)
    assert_printed(net.biases[1], [[0.9235]], digits=4)
    assert_printed(net.feedforward(x), [[0.739]], digits=3)


def test_scikit_learn_s_comment_puts_in_another_third_input(scikit_learn):
    """The gradient of the third input's weights is worked with 0.6 where the sample has 0.7.

    The comparison there, to three decimals, is too coarse to see it: 0.4939998 against 0.4938325.
    """
    net, x, y = scikit_learn
    nabla_b, nabla_w = net.backprop(x, y)
    third = net.weights[0][:, 2]
    as_printed = third - 0.1 * (0.6 * nabla_b[0][:, 0] + 0.1 * third)
    assert_printed(as_printed, [0.4939998, -0.002244], digits=5)
    right = third - 0.1 * (nabla_w[0][:, 2] + 0.1 * third)
    assert_printed(right, [0.4938325, -0.0026197], digits=7)


# Symmetries: what must not matter, does not


random_cases = st.builds(
    lambda hidden, end, depth, m, seed: random_case(hidden, *end, depth, m, np.random.default_rng(seed)),
    st.sampled_from(HIDDEN),
    st.sampled_from(ENDS),
    st.integers(2, 5),
    st.integers(1, 6),
    st.integers(0, 2**32),
)


def assert_same(found, expected):
    for nablas, expected_nablas in zip(found, expected, strict=True):
        for nabla, true in zip(nablas, expected_nablas, strict=True):
            np.testing.assert_allclose(nabla, true, rtol=1e-9, atol=1e-13)


@given(random_cases, st.randoms(use_true_random=False))
def test_the_order_of_the_samples_does_not_matter(case, random):
    net, x, y = case
    order = random.sample(range(x.shape[1]), x.shape[1])
    assert net.cost(x[:, order], y[:, order]) == pytest.approx(net.cost(x, y), rel=1e-12)
    assert_same(net.backprop(x[:, order], y[:, order]), net.backprop(x, y))


@given(random_cases, st.randoms(use_true_random=False))
def test_reordered_hidden_units_have_reordered_gradients(case, random):
    net, x, y = case
    nabla_b, nabla_w = net.backprop(x, y)
    orders = [random.sample(range(n), n) for n in net.sizes]
    orders[0], orders[-1] = range(net.sizes[0]), range(net.sizes[-1])

    def reordered(arrays, *, columns):
        pairs = zip(arrays, pairwise(orders), strict=True)
        return [array[into][:, out] if columns else array[into] for array, (out, into) in pairs]

    before = net.feedforward(x)
    net.weights, net.biases = reordered(net.weights, columns=True), reordered(net.biases, columns=False)
    np.testing.assert_allclose(net.feedforward(x), before, rtol=1e-12, atol=1e-14)
    expected = reordered(nabla_b, columns=False), reordered(nabla_w, columns=True)
    assert_same(net.backprop(x, y), expected)


@given(random_cases)
def test_the_gradient_of_a_batch_is_the_mean_over_its_samples(case):
    net, x, y = case
    singles = [net.backprop(x[:, [i]], y[:, [i]]) for i in range(x.shape[1])]
    means = [
        [np.mean(arrays, axis=0) for arrays in zip(*lists, strict=True)]
        for lists in zip(*singles, strict=True)
    ]
    assert_same(net.backprop(x, y), means)
    costs = [net.cost(x[:, [i]], y[:, [i]]) for i in range(x.shape[1])]
    assert net.cost(x, y) == pytest.approx(np.mean(costs), rel=1e-12)


@given(random_cases)
def test_the_same_batch_twice_over_has_the_same_gradient(case):
    net, x, y = case
    assert_same(net.backprop(np.hstack([x, x]), np.hstack([y, y])), net.backprop(x, y))


@given(random_cases)
def test_a_small_step_against_the_gradient_lowers_the_cost(case):
    net, x, y = case
    nabla_b, nabla_w = net.backprop(x, y)
    steepness = sum((nabla**2).sum() for nabla in nabla_b + nabla_w)
    before, eta = net.cost(x, y), 1e-7
    net.weights = [w - eta * nw for w, nw in zip(net.weights, nabla_w, strict=True)]
    net.biases = [b - eta * nb for b, nb in zip(net.biases, nabla_b, strict=True)]
    assert before - net.cost(x, y) == pytest.approx(eta * steepness, rel=1e-3, abs=1e-13)


@given(random_cases)
def test_a_classifier_of_one_sample_shares_its_error_out(case):
    """Σ_j δ^L_j = 0 for a softmax, as raising all z alike changes nothing."""
    net, x, y = case
    if net.output == "softmax":
        assert net.backprop(x, y)[0][-1].sum() == pytest.approx(0, abs=1e-14)


def test_equal_hidden_units_stay_equal():
    net = Network([2, 3, 1], init="zeros")
    nabla_b, nabla_w = net.backprop([[1, 2], [3, -1]], [[1, 0]])
    assert not nabla_w[0].any()
    assert len(set(nabla_w[1][0])) == 1
    assert not nabla_b[0].any()
