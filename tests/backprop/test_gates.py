import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import add, add_backward, maximum, maximum_backward, multiply, multiply_backward

GATES = [(add, add_backward), (multiply, multiply_backward), (maximum, maximum_backward)]
ANALYTIC = GATES[:2]
each_gate = pytest.mark.parametrize(("gate", "backward"), GATES, ids=["add", "multiply", "maximum"])

tame = st.floats(-1e3, 1e3)


@pytest.mark.parametrize(
    ("gate", "backward", "a", "b", "out", "to_a", "to_b"),
    [
        (add, add_backward, 1, -2, -1, 5, 5),
        (multiply, multiply_backward, -1, -3, 3, -15, -5),
        (maximum, maximum_backward, 2, -1, 2, 5, 0),
        (maximum, maximum_backward, -1, 2, 2, 0, 5),
        (maximum, maximum_backward, 2, 2, 2, 5, 0),
    ],
)
def test_values_worked_by_hand(gate, backward, a, b, out, to_a, to_b):
    assert gate(a, b) == out
    assert backward(a, b, 5) == (to_a, to_b)


def assert_backward_answers_a_nudge(gate, backward, a, b, gradient):
    """Nudge each input in turn; along one input a gate is straight, so there is no error but rounding."""
    h = 0.5
    to_a, to_b = backward(a, b, gradient)
    assert to_a == pytest.approx(gradient * (gate(a + h, b) - gate(a - h, b)) / (2 * h), rel=1e-9, abs=1e-6)
    assert to_b == pytest.approx(gradient * (gate(a, b + h) - gate(a, b - h)) / (2 * h), rel=1e-9, abs=1e-6)


@each_gate
@given(a=tame, b=tame, gradient=tame)
def test_backward_answers_a_nudge(gate, backward, a, b, gradient):
    if gate is maximum and abs(a - b) <= 1:
        b = a - 2
    assert_backward_answers_a_nudge(gate, backward, a, b, gradient)


@pytest.mark.parametrize(
    ("gate", "wrong"),
    [
        (add, lambda a, b, gradient: (gradient, -gradient)),
        (multiply, lambda a, b, gradient: (a * gradient, b * gradient)),
        (maximum, lambda a, b, gradient: (gradient, gradient)),
    ],
    ids=["add", "multiply", "maximum"],
)
def test_a_wrong_backward_is_caught(gate, wrong):
    with pytest.raises(AssertionError):
        assert_backward_answers_a_nudge(gate, wrong, 5.0, -2.0, 3.0)


@pytest.mark.parametrize(("gate", "backward"), ANALYTIC, ids=["add", "multiply"])
def test_complex_numbers_pass_where_the_gate_is_analytic(gate, backward):
    h = 1e-20
    to_a, to_b = backward(-1, -3, 1)
    assert gate(complex(-1, h), -3).imag / h == to_a
    assert gate(-1, complex(-3, h)).imag / h == to_b
    assert backward(1j, 2, 1)[1] == (1 if gate is add else 1j)


def test_complex_numbers_have_no_maximum():
    with pytest.raises(TypeError, match=r"a must be real; got 1j \(complex\)"):
        maximum(1j, 2)
    with pytest.raises(TypeError, match=r"gradient must be real; got 1j \(complex\)"):
        maximum_backward(1, 2, 1j)


def test_maximum_routes_entry_by_entry():
    to_a, to_b = maximum_backward([1, 2, 3], [3, 2, 1], [10, 20, 30])
    assert to_a.tolist() == [0, 20, 30]
    assert to_b.tolist() == [10, 0, 0]


def test_what_is_not_routed_is_plain_zero():
    to_a, to_b = maximum_backward(2, -1, -np.inf)
    assert to_a == -np.inf
    assert str(to_b) == "0.0"


@each_gate
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3)], ids=str)
def test_shape_and_precision_are_kept(gate, backward, dtype, shape):
    a, b = np.full(shape, 2, dtype), np.full(shape, 3, dtype)
    for out in (gate(a, b), *backward(a, b, np.ones(shape, dtype))):
        assert out.shape == shape
        assert out.dtype == dtype


@each_gate
def test_single_numbers_give_numpy_floats(gate, backward):
    assert {type(out) for out in (gate(1, 2), *backward(1, 2, 1))} == {np.float64}
    a, b = np.float32(1), np.float32(2)
    assert {type(out) for out in (gate(a, b), *backward(a, b, 1.0))} == {np.float32}


@each_gate
def test_the_gradients_are_fresh_arrays(gate, backward):
    gradient = np.ones(2)
    to_a, to_b = backward([3.0, 4.0], [1.0, 2.0], gradient)
    to_b_before = to_b.copy()
    to_a += 7
    assert gradient.tolist() == [1, 1]
    assert to_b.tolist() == to_b_before.tolist()


@each_gate
def test_bad_input_is_named(gate, backward):
    with pytest.raises(TypeError, match=r"^b must be .*; got 'two' \(str\)"):
        gate(1, "two")
    with pytest.raises(ValueError, match=r"^a must be .* got NaN$"):
        backward(np.nan, 2, 1)
    with pytest.raises(TypeError, match=r"^gradient must be .*; got None \(NoneType\)"):
        backward(1, 2, None)
    with pytest.raises(
        ValueError, match=r"^a, b must have the same shape; got a of shape \(1,\), b of shape \(2,\)"
    ):
        gate([1], [1, 2])
    with pytest.raises(
        ValueError, match=r"^a, b, gradient must have the same shape; .* gradient of shape \(\)$"
    ):
        backward([1], [2], 1)
