import cmath
import copy
import gc
import math
import pickle
import random

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import elementwise_grad
from hypothesis import assume, given
from hypothesis import strategies as st

from backprop import Value

UNARY = {
    "exp": (cmath.exp, anp.exp),
    "log": (cmath.log, anp.log),
    "tanh": (cmath.tanh, anp.tanh),
    "sigmoid": (lambda z: 1 / (1 + cmath.exp(-z)), lambda z: 1 / (1 + anp.exp(-z))),
    "relu": (lambda z: z if z.real > 0 else 0 * z, lambda z: anp.maximum(z, 0)),
}
BINARY = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
}


class Step:
    """A complex number with the methods of a Value: the oracle, which knows no derivative."""

    def __init__(self, z):
        self.z = z

    def __neg__(self):
        return Step(-self.z)


for sign in ("add", "sub", "mul", "truediv", "pow"):
    method = getattr(complex, f"__{sign}__")
    setattr(Step, f"__{sign}__", lambda a, b, f=method: Step(f(a.z, complex(getattr(b, "z", b)))))
    setattr(Step, f"__r{sign}__", lambda a, b, f=method: Step(f(complex(b), a.z)))
for word, (function, _) in UNARY.items():
    setattr(Step, word, lambda a, f=function: Step(f(a.z)))


def by_complex_step(f, inputs, h=1e-30):
    """The derivatives of f, one run for each input."""
    steps = []
    for i in range(len(inputs)):
        moved = [Step(complex(x, h if j == i else 0)) for j, x in enumerate(inputs)]
        steps.append(f(*moved).z.imag / h)
    return steps


def by_value(f, inputs):
    values = [Value(x) for x in inputs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


def assert_agrees(f, inputs, backward=by_value, rel=1e-9):
    wanted = by_complex_step(f, inputs)
    scale = max(1.0, *map(abs, wanted))
    assert backward(f, inputs) == pytest.approx(wanted, rel=rel, abs=1e-12 * scale)


# Numbers worked by hand


def test_the_circuit_of_the_book():
    a, b, c = Value(1), Value(-2), Value(-3)
    d = a + b
    e = d * c
    f = e.sigmoid()
    f.backward()
    assert f.data == pytest.approx(0.952574, abs=5e-7)
    assert [a.grad, b.grad, c.grad] == pytest.approx([-0.1355300, -0.1355300, -0.0451767], abs=5e-8)
    assert [d.grad, e.grad, f.grad] == pytest.approx([-0.1355300, 0.0451767, 1], abs=5e-8)


def test_a_step_along_the_gradient_takes_it_where_the_book_says():
    inputs = [Value(1), Value(-2), Value(-3)]

    def f():
        a, b, c = inputs
        return ((a + b) * c).sigmoid()

    f().backward()
    for x in inputs:
        x.data += 0.1 * x.grad
    assert f().data == pytest.approx(0.95630980, abs=5e-9)


def test_a_neuron_has_nine_derivatives():
    w_1, x_1, w_2, x_2, b = (Value(x) for x in (1, 2, -3, 1, 1))
    p_1, p_2 = w_1 * x_1, w_2 * x_2
    z = p_1 + p_2 + b
    z.sigmoid().backward()
    grads = [v.grad for v in (w_1, x_1, w_2, x_2, b, p_1, p_2, z)]
    assert grads == [0.5, 0.25, 0.25, -0.75, 0.25, 0.25, 0.25, 0.25]


@pytest.mark.parametrize(
    ("f", "at", "value", "slope"),
    [
        (lambda x: x + 2, 3, 5, 1),
        (lambda x: 2 + x, 3, 5, 1),
        (lambda x: x - 2, 3, 1, 1),
        (lambda x: 2 - x, 3, -1, -1),
        (lambda x: x * 2, 3, 6, 2),
        (lambda x: 2 * x, 3, 6, 2),
        (lambda x: x / 2, 3, 1.5, 0.5),
        (lambda x: 2 / x, 4, 0.5, -0.125),
        (lambda x: -x, 3, -3, -1),
        (lambda x: x**2, -3, 9, -6),
        (lambda x: x**-1, -2, -0.5, -0.25),
        (lambda x: x**0.5, 4, 2, 0.25),
        (lambda x: x**0, 0, 1, 0),
        (lambda x: x**1, 0, 0, 1),
        (lambda x: x**2, 0, 0, 0),
        (lambda x: 2**x, 3, 8, 8 * math.log(2)),
        (lambda x: x**x, 2, 4, 4 * (1 + math.log(2))),
        (Value.exp, 0, 1, 1),
        (Value.log, 2, math.log(2), 0.5),
        (Value.tanh, 0, 0, 1),
        (Value.sigmoid, 0, 0.5, 0.25),
        (Value.relu, 3, 3, 1),
        (Value.relu, -3, 0, 0),
        (Value.relu, 0, 0, 0),
    ],
)
def test_each_operation_with_numbers_on_either_side(f, at, value, slope):
    x = Value(at)
    y = f(x)
    y.backward()
    assert (y.data, x.grad) == pytest.approx((value, slope), rel=1e-15)


@pytest.mark.parametrize("number", [2, 2.0, np.float64(2), np.float32(2), np.int64(2)], ids=repr)
def test_numbers_of_numpy_are_numbers_on_either_side(number):
    x = Value(3.0)
    for y, wanted in [
        (x + number, 5),
        (number + x, 5),
        (number - x, -1),
        (number * x, 6),
        (number / x, 2 / 3),
        (x**number, 9),
        (number**x, 8),
    ]:
        assert type(y) is Value
        assert y.data == pytest.approx(wanted, rel=1e-15)
        assert type(y.data) is float


def test_a_sum_of_many_and_what_python_does_with_in_place_operators():
    x = Value(2.0)
    y = sum([x, x, x])
    y += y + 1
    y *= 2
    y.backward()
    assert (y.data, x.grad, x.data) == (26, 12, 2)


def test_a_long_expression_with_everything_used_again():
    def f(a, b):
        c = 3 * a - b / 2
        c += c * a + 1
        d = (c - 7).relu() + (-c).relu() + b**3
        d += 2 + d * (a + b).tanh()
        return d / 4 + 5.0 / d + (c * d + 40) ** 0.5

    assert_agrees(f, [1.5, 2.0])
    assert_agrees(f, [-1.25, 3.0])


@pytest.mark.parametrize("name", UNARY)
def test_functions_agree_with_autograd(name):
    for z in [0.123, 1.0, 2.0, 7.5] + ([] if name == "log" else [-0.7, -4.0]):
        x = Value(z)
        getattr(x, name)().backward()
        assert x.grad == pytest.approx(elementwise_grad(UNARY[name][1])(z), rel=1e-12)


# Random expressions

tame = st.floats(-3, 3).filter(lambda x: abs(x) > 1e-3)


@st.composite
def programs(draw):
    """Inputs, and a list of operations on earlier results: many are used several times, in any order."""
    inputs = draw(st.lists(tame, min_size=1, max_size=4))
    steps = []
    for number in range(draw(st.integers(1, 12))):
        known = st.integers(0, len(inputs) + number - 1)
        if draw(st.booleans()):
            steps.append((draw(st.sampled_from(["+", "-", "*", "/"])), draw(known), draw(known)))
        else:
            word = draw(
                st.sampled_from(["exp", "log", "tanh", "sigmoid", "relu", "neg", "power", "scale", "from"])
            )
            steps.append((word, draw(known), draw(tame)))
    return inputs, steps


def run(steps, *inputs):
    known = list(inputs)
    for word, i, other in steps:
        x = known[i]
        if word in BINARY:
            known.append(BINARY[word](x, known[other]))
        elif word == "neg":
            known.append(-x)
        elif word == "power":
            known.append(x ** round(other))
        elif word == "scale":
            known.append(other * x)
        elif word == "from":
            known.append(other - x)
        else:
            known.append(getattr(x, word)())
    total = known[-1]
    for early in known[len(inputs) : -1]:
        total = total + early
    return total


def tame_run(steps, inputs):
    """Run on floats; leave out what is not defined, too large, or within reach of the kink of relu."""
    seen = []
    try:
        known = [Value(x) for x in inputs]
        out = run(steps, *known)
    except (ArithmeticError, ValueError):
        assume(False)
    todo = [out]
    while todo:
        node = todo.pop()
        seen.append(abs(node.data))
        todo += [parent for parent, _ in node.parents]
        assume(len(seen) < 5000)
        assume(all(abs(slope) < 1e4 for _, slope in node.parents))
        assume(node.operation != "relu" or abs(node.parents[0][0].data) > 1e-9)  # rounding decides there
    assume(max(seen) < 1e4)


@given(program=programs())
def test_random_expressions_agree_with_the_complex_step(program):
    inputs, steps = program
    tame_run(steps, inputs)
    assert_agrees(lambda *known: run(steps, *known), inputs, rel=1e-7)


# What goes wrong elsewhere


def plain_recursion(f, inputs):
    """Each value hands on all that it has as soon as something arrives."""
    values = [Value(x) for x in inputs]

    def go(node):
        for parent, slope in node.parents:
            parent.grad += slope * node.grad
            go(parent)

    out = f(*values)
    out.grad = 1
    go(out)
    return [v.grad for v in values]


def first_come(f, inputs):
    """Each value hands on once, as soon as the first share has arrived."""
    values = [Value(x) for x in inputs]
    out = f(*values)
    out.grad, done = 1, set()

    def go(node):
        if node in done:
            return
        done.add(node)
        for parent, slope in node.parents:
            parent.grad += slope * node.grad
            go(parent)

    go(out)
    return [v.grad for v in values]


def set_instead_of_add(f, inputs):
    """The right order, but = for +=."""
    values = [Value(x) for x in inputs]
    out = f(*values)
    order = [out]
    for node in order:  # breadth first, which is in order for the expression below
        order += [parent for parent, _ in node.parents if parent not in order]
    out.grad = 1
    for node in order:
        for parent, slope in node.parents:
            parent.grad = slope * node.grad
    return [v.grad for v in values]


def forked(w):
    v = w * w
    return (2 + v) * v


@pytest.mark.parametrize(
    ("wrong", "result"), [(plain_recursion, 56), (first_come, 16), (set_instead_of_add, 8)]
)
def test_wrong_ways_back_are_caught(wrong, result):
    assert by_value(forked, [2.0]) == [40]
    assert wrong(forked, [2.0]) == [result]
    with pytest.raises(AssertionError):
        assert_agrees(forked, [2.0], backward=wrong)


# Adding up


def test_gradients_add_up_over_calls_everywhere():
    x = Value(3.0)
    y = x * x
    z = y * 2
    z.backward()
    assert (x.grad, y.grad, z.grad) == (12, 2, 1)
    z.backward()
    assert (x.grad, y.grad, z.grad) == (24, 4, 2)


def test_gradients_of_several_outputs_add_up():
    x = Value(3.0)
    y = x * x
    (2 * y).backward()
    (y + x).backward()
    assert (x.grad, y.grad) == (12 + 7, 2 + 1)


def test_zero_grad_begins_anew():
    x = Value(3.0)
    y = x * x + 1
    y.backward()
    y.zero_grad()
    assert (x.grad, y.grad) == (0, 0)
    y.backward()
    assert (x.grad, y.grad) == (6, 1)
    x.zero_grad()
    assert (x.grad, y.grad) == (0, 1)


def test_a_value_that_is_its_own_output():
    x = Value(3.0)
    x.backward()
    assert x.grad == 1


def test_an_expression_keeps_the_numbers_that_it_was_computed_with():
    x = Value(3.0)
    y = x * x
    x.data = 100
    y.backward()
    assert (x.grad, y.data) == (6, 9)


# Long chains and many paths


@pytest.mark.parametrize("step", [lambda v: v + 0.0, lambda v: -v, lambda v: v * 1.0, Value.relu])
def test_a_chain_of_100_000_works_also_its_repr_and_its_end(step):
    x = Value(1.0)
    y = x
    for _ in range(100_000):
        y = step(y)
    y.backward()
    assert x.grad == 1
    assert repr(y) == "Value(data=1, grad=1)"
    y.zero_grad()
    assert x.grad == 0
    del y
    gc.collect()


def test_paths_are_not_walked_one_by_one():
    x = Value(1.0)
    y = x
    for _ in range(60):  # 2⁶⁰ paths
        y = (y + y) * 0.5
    y.backward()
    assert x.grad == 1


def test_the_order_of_a_ladder_does_not_matter():
    rng = random.Random(0)
    x = Value(0.5)
    known = [x]
    for _ in range(300):
        a, b = rng.choice(known[-5:]), rng.choice(known)
        known.append(a * 0.5 + b * 0.3)
    known[-1].backward()
    h = 1e-3  # the expression is linear, so no nudge is too large
    assert x.grad == pytest.approx(known[-1].data / 0.5, rel=1e-12)
    assert h * x.grad == pytest.approx(h * known[-1].data / 0.5)


# Far from zero


@pytest.mark.parametrize("z", [-1e308, -1000.0, 1000.0, 1e308])
def test_sigmoid_and_tanh_do_not_overflow(z):
    for squash, low in [(Value.sigmoid, 0), (Value.tanh, -1)]:
        x = Value(z)
        y = squash(x)
        y.backward()
        assert y.data == (1 if z > 0 else low)
        assert x.grad == 0


@pytest.mark.parametrize("z", [-30.0, 30.0])
def test_slopes_keep_their_digits_where_the_curve_is_flat(z):
    x, y = Value(z), Value(z)
    x.sigmoid().backward()
    y.tanh().backward()
    assert x.grad == pytest.approx(math.exp(-30), rel=1e-12)
    assert y.grad == pytest.approx(4 * math.exp(-60), rel=1e-12)


# What is refused


@pytest.mark.parametrize(
    ("act", "error", "message"),
    [
        (lambda: Value("1"), TypeError, r"data must be a finite number; got '1' \(str\)"),
        (lambda: Value(True), TypeError, r"data must be a finite number; got True \(bool\)"),
        (lambda: Value(1j), TypeError, r"data must be a finite number; got 1j \(complex\)"),
        (lambda: Value([1.0]), TypeError, r"data must be a finite number; got \[1.0\] \(list\)"),
        (lambda: Value(Value(1)), TypeError, "data must be a finite number; got Value"),
        (lambda: Value(math.nan), ValueError, "data must be a finite number; got nan"),
        (lambda: Value(-math.inf), ValueError, "data must be a finite number; got -inf"),
        (lambda: Value(10**400), ValueError, "data must be a finite number; got an integer of 1329 bits"),
        (lambda: Value(1) + math.nan, ValueError, "data must be a finite number; got nan"),
        (lambda: math.inf * Value(1), ValueError, "data must be a finite number; got inf"),
        (lambda: Value(0).log(), ValueError, "log needs a number above 0; got 0"),
        (lambda: Value(-2).log(), ValueError, "log needs a number above 0; got -2"),
        (lambda: Value(3) / 0, ZeroDivisionError, "a division needs a divisor other than 0; got 3 / 0"),
        (lambda: 3 / Value(-0.0), ZeroDivisionError, "a division needs a divisor other than 0; got 3 / 0"),
        (lambda: Value(0) ** -1, ZeroDivisionError, r"not negative; got 0 \*\* -1"),
        (lambda: Value(0) ** 0.5, ValueError, r"the slope of 0 \*\* 0.5 has no bound"),
        (lambda: Value(-8) ** (1 / 3), ValueError, r"a whole exponent; got -8 \*\* 0.333333"),
        (lambda: Value(2) ** math.nan, ValueError, "the exponent must be a finite number; got nan"),
        (lambda: Value(-2) ** Value(2), ValueError, r"its logarithm is needed; got -2 \*\* 2"),
        (lambda: Value(0) ** Value(2), ValueError, r"its logarithm is needed; got 0 \*\* 2"),
        (lambda: (-2) ** Value(2), ValueError, r"its logarithm is needed; got -2 \*\* 2"),
        (lambda: Value(1000).exp(), OverflowError, "exp of 1000 is too large for a float"),
        (
            lambda: Value(1e200) * 1e200,
            OverflowError,
            r"the result of \* is too large .* 1e\+200 and 1e\+200",
        ),
        (lambda: Value(1e308) + 1e308, OverflowError, r"the result of \+ is too large"),
        (lambda: Value(1e200) / 1e-200, OverflowError, "the result of / is too large"),
        (lambda: 1 / Value(1e-200), OverflowError, "a derivative of / is too large"),
        (lambda: Value(1e-320).log(), OverflowError, "a derivative of log is too large"),
        (lambda: Value(10) ** 400, OverflowError, r"10 \*\* 400, or its slope, is too large"),
        (lambda: Value(1e-200) ** -1.0, OverflowError, "or its slope, is too large"),
        (lambda: Value(2) ** Value(5000), OverflowError, "too large"),
    ],
)
def test_what_has_no_value_or_no_slope_is_refused_in_words(act, error, message):
    with pytest.raises(error, match=message):
        act()


@pytest.mark.parametrize("other", ["2", None, True, 2j, [2.0], np.array([1.0, 2.0]), np.True_], ids=repr)
def test_what_is_no_number_is_refused_beside_a_value(other):
    x = Value(2.0)
    for act in (*BINARY.values(),):
        with pytest.raises(TypeError):
            act(x, other)
        with pytest.raises(TypeError):
            act(other, x)


def test_functions_of_others_do_not_lose_the_derivative_in_silence():
    for act in (math.exp, np.exp, float, np.tanh):
        with pytest.raises(TypeError):
            act(Value(1.0))


@pytest.mark.parametrize("wrong", ["3", None, math.nan, math.inf, True])
def test_data_and_grad_can_be_set_to_finite_numbers_only(wrong):
    x = Value(1.0)
    for name in ("data", "grad"):
        with pytest.raises((TypeError, ValueError), match=f"{name} must be a finite number"):
            setattr(x, name, wrong)
    assert (x.data, x.grad) == (1, 0)
    with pytest.raises(AttributeError):
        x.gard = 0


def test_a_derivative_that_is_too_large_leaves_all_as_it_was():
    x = Value(1e-250)
    y = x * 1e200
    z = y * 1e200
    with pytest.raises(OverflowError, match=r"with respect to Value\(data=1e-250, grad=0\) is too large"):
        z.backward()
    assert (x.grad, y.grad, z.grad) == (0, 0, 0)


# Looks and copies


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Value(3), "Value(data=3, grad=0)"),
        (Value(-2.5), "Value(data=-2.5, grad=0)"),
        (Value(1 / 3), "Value(data=0.333333, grad=0)"),
        (Value(1e-20), "Value(data=1e-20, grad=0)"),
    ],
)
def test_a_value_says_what_it_is(value, text):
    assert repr(value) == text


def test_what_made_a_value_can_be_read():
    a, b = Value(2.0), Value(3.0)
    assert (a * b).parents == ((a, 3.0), (b, 2.0))
    made = [a + b, a - b, a * b, a / b, a**b, a**2, -a, a.exp(), a.log(), a.tanh(), a.sigmoid(), a.relu()]
    assert [v.operation for v in [a, *made]] == [
        *("", "+", "-", "*", "/", "**", "**2", "neg"),
        *("exp", "log", "tanh", "sigmoid", "relu"),
    ]


@pytest.mark.parametrize("again", [copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v))])
def test_a_copy_is_an_expression_of_its_own(again):
    x = Value(3.0)
    y = again(x * x)
    y.backward()
    assert (x.grad, y.parents[0][0].grad) == (0, 6)
    (y * y).backward()
    assert y.parents[0][0].grad == 6 + 108
