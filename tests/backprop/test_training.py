import copy
import pickle
import sys
from contextlib import nullcontext

import numpy as np
import pytest

from backprop import (
    SGD,
    Adam,
    AdamW,
    DivergedError,
    History,
    Momentum,
    Network,
    _data,
    accuracy,
    numerical_gradient,
    softmax,
    train,
)
from backprop import schedules as schedule
from backprop._engines import Data
from backprop.activation_table import ACTIVATIONS
from backprop.engine import CHUNK, Batch, Engine
from backprop.optimisers import OPTIMISERS


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


# The gradient with penalties and dropout, against numerical differentiation


def of_every_parameter(net, cost):
    """The gradient of a cost with respect to the network's weights and biases, by central differences."""
    gradients = []
    for arrays in (net.weights, net.biases):
        for i, start in enumerate(arrays):

            def nudged(value, arrays=arrays, i=i):
                arrays[i] = value
                return cost()

            gradients.append(numerical_gradient(nudged, start))
            arrays[i] = start
    return gradients


def stepped(net, x, y, **options):
    """By how much one step of length 1 moves each parameter."""
    before = [array.copy() for array in net.weights + net.biases]
    train(net, x, y, epochs=1, eta=1, batch_size=None, **options)
    return [old - new for old, new in zip(before, net.weights + net.biases, strict=True)]


def assert_close(found, expected, rtol=1e-6):
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one, other, rtol=rtol, atol=rtol)


@pytest.mark.parametrize(("l2", "l1"), [(0.3, 0), (0, 0.2), (0.3, 0.2)])
def test_penalties_are_of_the_weights_and_not_of_the_biases(l2, l1):
    net, x, y = make()

    def penalised():
        penalty = sum(l2 / 2 * (w**2).sum() + l1 * np.abs(w).sum() for w in net.weights)
        return net.cost(x, y) + penalty

    expected = of_every_parameter(net, penalised)
    assert_close(stepped(net, x, y, l2=l2, l1=l1), expected)


def test_l1_leaves_a_weight_of_0_where_it_is():
    net, x, y = make(init="zeros")
    expected = stepped(make(init="zeros")[0], x, y)
    assert_close(stepped(net, x, y, l1=0.2), expected, rtol=0)


def masked_cost(net, x, y, masks):
    """The cost in plain equations, with the hidden activations multiplied by the masks."""
    a = x
    for w, b, mask in zip(net.weights[:-1], net.biases[:-1], masks, strict=True):
        a = ACTIVATIONS[net.hidden].function(w @ a + b) * mask
    a = softmax(net.weights[-1] @ a + net.biases[-1])
    return -np.log((a * y).sum(axis=0)).mean()


def check_dropout(net, x, y, masks, engine):
    m = x.shape[1]
    expected = of_every_parameter(net, lambda: masked_cost(net, x, y, masks))
    room = engine.room(m)
    for into, mask in zip(room.masks, masks, strict=True):
        into[...] = mask
    engine.backprop(Batch(room, x, y, np.empty((m, 3)).T, np.empty((m, 3)).T))
    assert_close(engine.nabla_w + engine.nabla_b, expected)


def drawn_masks(net, x, dropout):
    engine = Engine(net, Data(x, None, None), x.shape[1], dropout, np.random.default_rng(3))
    room = engine.room(x.shape[1])
    engine.draw_masks(room)
    return engine, [mask.copy() for mask in room.masks]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_gradient_with_dropout_is_that_of_the_masked_cost(hidden):
    net, x, y = make(hidden=hidden)
    engine, masks = drawn_masks(net, x, [0.25, 0.6])
    check_dropout(net, x, y, masks, engine)


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh"])
def test_dropout_that_is_lost_on_the_way_back_is_noticed(hidden):
    net, x, y = make(hidden=hidden)
    engine, masks = drawn_masks(net, x, [0.25, 0.6])
    engine.dropout = [0, 0]  # σ' is then taken at the scaled activation
    with pytest.raises(AssertionError):
        check_dropout(net, x, y, masks, engine)


def check_masks(masks, dropout):
    """Dropped as often as said, and on average the activation is what it was."""
    for mask, chance in zip(masks, dropout, strict=True):
        assert (mask == 0).mean() == pytest.approx(chance, abs=0.02)
        assert mask.mean() == pytest.approx(1, abs=0.03)
        assert mask.max() == pytest.approx(1 / (1 - chance), rel=1e-6)


def test_dropout_keeps_the_mean():
    net, x, _ = make(m=4000)
    _, masks = drawn_masks(net, x, [0.2, 0.5])
    check_masks(masks, [0.2, 0.5])
    with pytest.raises(AssertionError):
        check_masks([mask != 0 for mask in masks], [0.2, 0.5])  # without scaling
    with pytest.raises(AssertionError):
        check_masks(masks, [0.8, 0.5])  # the chance of staying taken for that of going


def test_every_batch_draws_its_own_masks():
    net, x, _ = make()
    engine, first = drawn_masks(net, x, [0.5, 0.5])
    engine.draw_masks(engine.room(x.shape[1]))
    assert not np.array_equal(first[0], engine.room(x.shape[1]).masks[0])
    assert not np.array_equal(first[0][:, 0], first[0][:, 1])


def test_dropout_of_one_layer_leaves_the_other_alone():
    net, x, y = make()
    engine = Engine(net, Data(x, y, None), 5, [0, 0.5], np.random.default_rng(3))
    assert [mask is None for mask in engine.room(5).masks] == [True, False]


def test_float32_and_float64_drop_the_same():
    (one, x, y), (other, _, _) = make(), make()
    cast(other, np.float32)
    for net in (one, other):
        train(net, x, y, epochs=3, eta=0.1, batch_size=5, dropout=0.5)
    assert_close(other.weights, one.weights, rtol=1e-5)


def test_validation_is_without_dropout():
    net, x, y = make()
    history = train(net, x, y, epochs=2, dropout=0.5, validation=(x, y))
    assert history.validation_cost[-1] == pytest.approx(net.cost(x, y), rel=1e-12)
    assert history.validation_accuracy[-1] == accuracy(net, x, y)
    assert abs(history.cost[-1] - net.cost(x, y)) > 1e-3


# Clipping


def length(arrays):
    return np.sqrt(sum((array**2).sum() for array in arrays))


def test_clipping_by_value_is_of_each_entry():
    net, x, y = make()
    plain = stepped(make()[0], x, y)
    clip = float(np.median(np.abs(np.concatenate([array.ravel() for array in plain]))))
    assert_close(stepped(net, x, y, clip_value=clip), [array.clip(-clip, clip) for array in plain], 1e-12)


def test_clipping_by_norm_is_of_the_whole_gradient():
    plain = stepped(*make())
    whole = length(plain)
    assert_close(stepped(*make(), clip_norm=whole / 3), [array / 3 for array in plain], 1e-12)
    assert_close(stepped(*make(), clip_norm=whole * 1.001), plain, 1e-12)


def test_penalties_come_before_clipping_and_values_before_the_norm():
    net, x, y = make()
    plain = [np.clip(array, -0.01, 0.01) for array in stepped(make()[0], x, y, l2=0.5)]
    expected = [array * 0.02 / length(plain) for array in plain]
    assert_close(stepped(net, x, y, l2=0.5, clip_value=0.01, clip_norm=0.02), expected, 1e-12)


def test_gradient_norms_are_before_penalties_and_clipping():
    histories = [
        train(*make(), epochs=1, batch_size=None, **options) for options in ({}, {"l2": 1, "clip_norm": 0.01})
    ]
    assert histories[0].gradient_norms.tolist() == histories[1].gradient_norms.tolist()


def test_a_gradient_beyond_float32_s_squares_is_clipped_and_measured():
    net = cast(Network([1, 1, 1], hidden="identity", output="identity", init="zeros"), np.float32)
    net.weights = [np.float32([[1e9]]), np.float32([[1e9]])]
    history = train(net, [[1]], [[0]], epochs=1, eta=1e9, clip_norm=1e-3, batch_size=None)
    assert history.gradient_norms[0] == pytest.approx([1e27, 1e27], rel=1e-5)
    assert net.weights[0][0, 0] == pytest.approx(1e9 - 1e6 / np.sqrt(3), rel=1e-6)


# What is measured, and on which samples


@pytest.mark.parametrize("batch_size", [1, 5, 23, 100, None])
def test_each_sample_counts_once_in_the_mean(batch_size):
    net, x, y = make()
    history = train(net, x, y, epochs=2, eta=1e-12, batch_size=batch_size)
    assert history.cost == pytest.approx([net.cost(x, y)] * 2, rel=1e-9)
    assert history.accuracy == [accuracy(net, x, y)] * 2


def test_more_samples_than_a_chunk():
    (fast, x, y), (plain, _, _) = make(m=3 * CHUNK + 7), make(m=3 * CHUNK + 7)
    history = train(fast, x, y, epochs=2, eta=0.1, batch_size=100, rng=4)
    costs, _ = plain_loop(plain, x, y, epochs=2, eta=0.1, batch_size=100, rng=4)
    assert_close(fast.weights + fast.biases, plain.weights + plain.biases, 1e-12)
    assert history.cost == pytest.approx(costs, rel=1e-12)


def test_validation_data_longer_than_a_chunk():
    net, x, y = make(m=CHUNK + 100)
    history = train(net, x[:, :30], y[:, :30], epochs=1, validation=(x, y))
    assert history.validation_cost == [pytest.approx(net.cost(x, y), rel=1e-12)]
    assert history.validation_accuracy == [accuracy(net, x, y)]


def test_the_whole_batch_is_taken_in_its_own_order_without_a_draw():
    (net, x, y), rng = make(), np.random.default_rng(5)
    before = rng.bit_generator.state
    expected = [array - 0.3 * nabla for array, nabla in zip(net.weights, net.backprop(x, y)[1], strict=True)]
    train(net, x, y, epochs=1, eta=0.3, batch_size=None, rng=rng)
    assert rng.bit_generator.state == before
    assert_close(net.weights, expected, 1e-14)


@pytest.mark.parametrize(
    ("output", "y"),
    [
        ("identity", [[0.5, 2.0]]),
        ("identity", [[0, 1]]),  # one output without a sigmoid stands for no class
        ("sigmoid", [[0.5, 1]]),
        ("tanh", [[1, 1], [1, 0]]),
    ],
)
def test_without_classes_there_is_no_accuracy(output, y):
    net = Network([1, len(y)], output=output)
    history = train(net, [[1, 2]], y, epochs=2, validation=([[1, 2]], y))
    assert history.accuracy == history.validation_accuracy == []
    assert len(history.cost) == len(history.validation_cost) == 2


def test_validation_has_an_accuracy_only_where_training_has_one():
    net = Network([1, 2])
    history = train(net, [[1, 2]], [[1, 1], [1, 0]], epochs=2, validation=([[1]], [[0], [1]]))
    assert history.accuracy == history.validation_accuracy == []
    history = train(net, [[1, 2]], [[0, 1], [1, 0]], epochs=2, validation=([[1]], [[0], [1]]))
    assert len(history.accuracy) == len(history.validation_accuracy) == 2


def test_one_sigmoid_output_stands_for_two_classes():
    net = Network([1, 1], init="zeros")
    net.weights = [[[1]]]
    history = train(net, [[-2, -1, 1, 2]], [[0, 1, 1, 1]], epochs=1, eta=1e-9)
    assert history.accuracy == [0.75]


def test_history_has_a_number_for_each_epoch():
    net, x, y = make()
    history = train(net, x, y, epochs=4, eta=0.2, schedule=schedule.exponential(0.5), validation=(x, y))
    lists = history.cost, history.accuracy, history.validation_cost, history.validation_accuracy
    assert {len(numbers) for numbers in lists} == {4}
    assert {type(number) for numbers in lists for number in numbers} == {float}
    assert history.gradient_norms.shape == (4, 3)
    assert history.eta == [0.2, 0.1, 0.05, 0.025]
    assert history.stopped == "epochs"


def test_a_schedule_changes_the_steps():
    (scheduled, x, y), (by_hand, _, _) = make(), make()
    train(scheduled, x, y, epochs=2, eta=0.4, batch_size=None, schedule=lambda epoch, epochs: 1 / (epoch + 1))
    train(by_hand, x, y, epochs=1, eta=0.4, batch_size=None)
    train(by_hand, x, y, epochs=1, eta=0.2, batch_size=None)
    assert_close(scheduled.weights, by_hand.weights, 1e-14)


class AnotherSGD(SGD):
    """Gradient descent, but not the optimiser for which η is multiplied into δ."""


@pytest.mark.parametrize(("dtype", "rtol"), [(np.float64, 1e-12), (np.float32, 1e-4)])
@pytest.mark.parametrize("eta", [1e-12, 0.3, 1e10])
@pytest.mark.parametrize("batch_size", [5, None])
def test_eta_may_be_multiplied_into_delta_or_into_the_gradient(batch_size, eta, dtype, rtol):
    (one, x, y), (other, _, _) = make(hidden="sigmoid"), make(hidden="sigmoid")
    first, second = (
        train(cast(net, dtype), x, y, eta=eta, epochs=2, batch_size=batch_size, optimizer=optimizer)
        for net, optimizer in ((one, "sgd"), (other, AnotherSGD()))
    )
    np.testing.assert_allclose(first.gradient_norms, second.gradient_norms, rtol=rtol)
    np.testing.assert_allclose(first.cost, second.cost, rtol=rtol)
    for a, b in zip(one.weights + one.biases, other.weights + other.biases, strict=True):
        np.testing.assert_allclose(a, b, rtol=rtol, atol=rtol)


def test_a_schedule_may_say_0():
    net, x, y = make()
    before = [array.copy() for array in net.weights + net.biases]
    history = train(net, x, y, epochs=2, schedule=lambda epoch, epochs: 0)
    assert_close(net.weights + net.biases, before, 0)
    assert history.eta == [0, 0]
    assert (history.gradient_norms > 0).all()
    assert history.gradient_norms[0] == pytest.approx(history.gradient_norms[1], rel=0.5)


# Nothing but the seed decides


@pytest.mark.parametrize("optimizer", OPTIMISERS)
def test_a_seed_decides_everything(optimizer):
    runs = []
    for rng in (7, 7, np.random.default_rng(7), np.int64(8)):
        net, x, y = make()
        history = train(net, x, y, epochs=3, eta=0.01, optimizer=optimizer, dropout=0.3, rng=rng)
        runs.append((history.cost, [w.tolist() for w in net.weights]))
    assert runs[0] == runs[1] == runs[2] != runs[3]


def test_numpy_s_own_state_is_left_alone():
    np.random.seed(0)
    before = np.random.get_state()[1].copy()
    train(*make(), epochs=1, dropout=0.5)
    np.testing.assert_array_equal(np.random.get_state()[1], before)


@pytest.mark.parametrize("optimizer", [Momentum(), Adam(), AdamW()])
def test_an_optimiser_begins_anew_each_time(optimizer):
    nets = [make()[0] for _ in range(3)]
    _, x, y = make()
    optimizer.step(np.zeros(3), np.ones(3), 0.1)
    for net in nets[:2]:
        train(net, x, y, epochs=2, eta=0.01, optimizer=optimizer)
    train(nets[2], x, y, epochs=2, eta=0.01, optimizer=type(optimizer)())
    assert_close(nets[0].weights, nets[2].weights, 0)
    assert_close(nets[1].weights, nets[2].weights, 0)
    assert optimizer.t == 1


def test_adamw_shrinks_weights_and_not_biases():
    net = Network([2, 3, 1], hidden="relu", output="identity", init="zeros")
    net.weights, net.biases = [np.ones((3, 2)), np.zeros((1, 3))], [-np.ones((3, 1)), np.zeros((1, 1))]
    train(net, [[0], [0]], [[0]], epochs=1, eta=0.1, optimizer=AdamW(decay=0.5))  # the gradient is 0
    assert net.weights[0] == pytest.approx(0.95)
    assert net.biases[0].tolist() == [[-1]] * 3


# Arrays


@pytest.mark.parametrize("batch_size", [5, None])
@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.int64])
@pytest.mark.parametrize("order", ["C", "F"])
def test_data_in_any_order_and_precision_stay_as_they_are(order, dtype, batch_size):
    (net, x, y), (other, _, _) = make(), make()
    x, y = np.rint(x * 4), y
    given_x, given_y = np.array(x, dtype, order=order), np.array(y, dtype, order=order)
    given_x.flags.writeable = given_y.flags.writeable = False
    train(net, given_x, given_y, epochs=2, batch_size=batch_size, validation=(given_x, given_y))
    train(other, x.tolist(), y.tolist(), epochs=2, batch_size=batch_size)
    assert_close(net.weights, other.weights, 1e-13)
    np.testing.assert_array_equal(given_x, x)
    np.testing.assert_array_equal(given_y, y)


LAYOUTS = {
    "columns": np.asfortranarray,
    "rows": np.ascontiguousarray,
    "part": lambda array: np.vstack([array, array]).copy(order="F")[: len(array)],
    "coarser": lambda array: np.asfortranarray(array, np.float32),
}
"""The same samples, each in one piece, scattered, with something else in between, and to be converted."""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("batch_size", "copied"), [(5, 0), (300, 0), *((n, 2**28) for n in (5, 300, None))])
def test_where_samples_lie_changes_no_bit(batch_size, copied, layout, monkeypatch):
    monkeypatch.setattr(_data, "COPIED", copied)
    rng, found = np.random.default_rng(3), []
    x, y = np.rint(4 * rng.normal(size=(8, 4300))), np.eye(3)[:, rng.integers(3, size=4300)]
    for lay in (LAYOUTS["columns"], LAYOUTS[layout]):
        net = Network([8, 6, 3], output="softmax", cost="cross_entropy", rng=2)
        history = train(net, lay(x), lay(y), epochs=2, eta=0.1, batch_size=batch_size, rng=4)
        arrays = [array.tolist() for array in net.weights + net.biases]
        found.append((history.cost, history.accuracy, history.gradient_norms.tolist(), arrays))
    assert found[0] == found[1]


@pytest.mark.parametrize("order", "CF")
def test_samples_are_copied_where_that_helps_and_is_not_much(order, monkeypatch):
    net, x, y = make()
    x, y = np.array(x, order=order), np.array(y, order=order)
    data = Data(x, y, None)
    monkeypatch.setattr(_data, "COPIED", x.nbytes + y.nbytes)
    for array, given in zip(_data.collected(net, data)[:2], (x, y), strict=True):
        assert (array is given) == (order == "F")
        assert array.flags.f_contiguous
        np.testing.assert_array_equal(array, given)
    assert {array.dtype for array in _data.collected(cast(net, np.float32), data)[:2]} == {np.dtype("f4")}
    monkeypatch.setattr(_data, "COPIED", (x.nbytes + y.nbytes) // 2 - 1)
    assert _data.collected(net, data) is data


def test_a_view_of_every_other_sample_will_do():
    (net, x, y), (other, _, _) = make(), make()
    train(net, x[:, ::2], y[:, ::2], epochs=2)
    train(other, x[:, ::2].copy(), y[:, ::2].copy(), epochs=2)
    assert_close(net.weights, other.weights, 1e-14)


def test_the_network_gets_new_arrays_of_its_own():
    net, x, y = make()
    old, before = net.weights[0], net.weights[0].copy()
    train(net, x, y, epochs=1)
    np.testing.assert_array_equal(old, before)
    arrays = net.weights + net.biases
    assert all(array.base is None and array.flags.c_contiguous and array.flags.writeable for array in arrays)


def test_arrays_that_were_assigned_to_the_lists_are_trained():
    net, other = (Network([2, 1], output="identity", init="zeros") for _ in range(2))
    net.weights[0], net.biases[0] = [[1, 2]], np.float32([[3]])
    other.weights, other.biases = [[[1, 2]]], [[[3]]]
    for one in (net, other):
        train(one, [[1], [2]], [[3]], epochs=2, eta=0.1)
    assert net.weights[0].tolist() == other.weights[0].tolist()


def test_mixed_precision_becomes_the_finer_one():
    net, x, y = make()
    net.weights = [w.astype(np.float32) for w in net.weights]
    train(net, x, y, epochs=1)
    assert {array.dtype for array in net.weights + net.biases} == {np.dtype(np.float64)}


@pytest.mark.parametrize("sizes", [[5, 3], [5, 1, 3], [5, 4, 4, 4, 3]])
def test_any_number_of_layers(sizes):
    _, x, y = make()
    fast, plain = (Network(sizes, hidden="relu", output="softmax", rng=1) for _ in range(2))
    history = train(fast, x, y, epochs=2, eta=0.1, batch_size=4, rng=4, dropout=0)
    plain_loop(plain, x, y, epochs=2, eta=0.1, batch_size=4, rng=4)
    assert_close(fast.weights + fast.biases, plain.weights + plain.biases, 1e-13)
    assert history.gradient_norms.shape == (2, len(sizes) - 1)


# Stopping


def overfitting():
    """A network that soon does worse on its validation data: their classes are the other way round."""
    net, x, y = make()
    return net, x, y, (x[:, :6], np.roll(y[:, :6], 1, axis=0))


def test_patience_puts_the_best_weights_back():
    net, x, y, validation = overfitting()
    kept = {}

    def keep(epoch, net, history):
        kept[epoch] = [array.copy() for array in net.weights + net.biases]

    history = train(net, x, y, eta=0.2, epochs=50, validation=validation, patience=3, callback=keep)
    assert history.stopped == "patience"
    assert len(history.cost) == history.best_epoch + 1 + 3 < 50
    assert_close(net.weights + net.biases, kept[history.best_epoch], 0)
    assert net.cost(*validation) == pytest.approx(min(history.validation_cost), rel=1e-12)


def test_with_patience_left_the_best_weights_are_put_back_too():
    net, x, y, validation = overfitting()
    history = train(net, x, y, eta=0.2, epochs=10, validation=validation, patience=50)
    assert (history.stopped, len(history.cost)) == ("epochs", 10)
    assert history.best_epoch < 9
    assert net.cost(*validation) == pytest.approx(min(history.validation_cost), rel=1e-12)


def test_without_patience_the_last_weights_stay():
    net, x, y, validation = overfitting()
    history = train(net, x, y, eta=0.2, epochs=10, validation=validation)
    assert net.cost(*validation) == pytest.approx(history.validation_cost[-1], rel=1e-12)


def test_training_that_gets_better_is_not_stopped():
    net, x, y = make()
    history = train(net, x, y, eta=0.1, epochs=20, validation=(x, y), patience=2)
    assert (history.stopped, len(history.cost)) == ("epochs", 20)


def test_an_interrupt_in_the_callback_keeps_what_was_learned():
    (net, x, y), (other, _, _) = make(), make()

    def interrupt(epoch, net, history):
        if epoch == 2:
            raise KeyboardInterrupt

    history = train(net, x, y, epochs=9, callback=interrupt, rng=3)
    expected = train(other, x, y, epochs=3, rng=3)
    assert history.stopped == "interrupted"
    assert history.cost == expected.cost
    assert_close(net.weights, other.weights, 0)
    assert net.weights[0].base is None


class InterruptedAtStep(Momentum):
    """Ctrl-C arrives in the middle of an epoch, in the middle of a step."""

    def _move(self, *arguments):
        super()._move(*arguments)
        if self.t == 7:
            raise KeyboardInterrupt


def test_an_interrupt_inside_an_epoch_keeps_what_was_learned():
    net, x, y = make()
    before = [array.copy() for array in net.weights]
    history = train(net, x, y, epochs=9, eta=0.01, optimizer=InterruptedAtStep())  # three batches an epoch
    assert history.stopped == "interrupted"
    assert len(history.cost) == len(history.accuracy) == len(history.eta) == len(history.gradient_norms) == 2
    assert net.weights[0].base is None
    assert not np.allclose(net.weights[0], before[0])
    assert net.cost(x, y) < history.cost[0]


def test_an_interrupt_with_patience_puts_the_best_weights_back():
    net, x, y, validation = overfitting()
    optimizer = InterruptedAtStep()
    history = train(net, x, y, eta=0.05, epochs=9, validation=validation, patience=5, optimizer=optimizer)
    assert (history.stopped, len(history.cost)) == ("interrupted", 2)
    assert net.cost(*validation) == pytest.approx(min(history.validation_cost), rel=1e-12)


class InterruptedAtTheEnd(History):
    """Ctrl-C arrives when an epoch is being written down."""

    @property
    def best_epoch(self):
        if len(self.cost) == 3:
            raise KeyboardInterrupt
        return super().best_epoch


def test_what_was_measured_of_half_an_epoch_is_forgotten(monkeypatch):
    net, x, y = make()
    monkeypatch.setattr("backprop.training.History", InterruptedAtTheEnd)
    history = train(net, x, y, eta=0.01, epochs=9, validation=(x, y), patience=5)
    assert history.stopped == "interrupted"
    lists = history.cost, history.accuracy, history.eta, history.validation_cost, history.validation_accuracy
    assert {len(numbers) for numbers in (*lists, history.gradient_norms)} == {2}


def test_an_error_in_the_callback_is_the_caller_s():
    net, x, y = make()

    def fail(epoch, net, history):
        raise RuntimeError("mine")

    with pytest.raises(RuntimeError, match="mine"):
        train(net, x, y, epochs=3, callback=fail)
    assert net.weights[0].base is None


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_what_a_callback_assigned_before_it_failed_is_kept(error):
    net, x, y = make()
    assigned = [w + 1 for w in net.weights]

    def fail(epoch, net, history):
        net.weights = assigned
        raise error

    with pytest.raises(RuntimeError) if error is RuntimeError else nullcontext():
        train(net, x, y, epochs=3, callback=fail)
    assert_close(net.weights, assigned, 0)


def test_with_patience_the_best_weights_are_those_that_were_measured():
    net, x, y, validation = overfitting()

    def spoil(epoch, net, history):
        net.weights = [w + 0.01 for w in net.weights]

    history = train(net, x, y, eta=0.2, epochs=5, validation=validation, patience=50, callback=spoil)
    assert net.cost(*validation) == pytest.approx(min(history.validation_cost), rel=1e-12)


def test_the_callback_sees_each_epoch():
    net, x, y = make()
    seen = []

    def look(epoch, its_net, history):
        assert its_net is net
        assert np.geterr()["over"] == "warn"
        seen.append((epoch, len(history.cost), net.cost(x, y)))

    history = train(net, x, y, epochs=3, validation=(x, y), callback=look)
    assert seen == [(i, i + 1, pytest.approx(history.validation_cost[i], rel=1e-12)) for i in range(3)]


def test_the_callback_may_change_weights():
    (net, x, y), (other, _, _) = make(), make()

    def assign(epoch, net, history):
        if epoch == 0:
            net.weights = [w / 2 for w in net.weights]
            net.biases[1] = [[0]] * 7

    def in_place(epoch, net, history):
        if epoch == 0:
            for w in net.weights:
                w /= 2
            net.biases[1][...] = 0

    train(net, x, y, epochs=2, callback=assign)
    train(other, x, y, epochs=2, callback=in_place)
    assert_close(net.weights + net.biases, other.weights + other.biases, 0)


def test_what_the_callback_changed_is_what_the_next_epoch_began_with():
    net, x, y = make()

    class BlastInTheSecondEpoch(Momentum):
        def _move(self, w, *others):
            if self.t == 2:
                w[0] = np.inf

    def halve(epoch, net, history):
        net.weights = [w / 2 for w in net.weights]

    before = [array / 2 for array in net.weights] + net.biases
    with pytest.raises(DivergedError) as caught:
        train(net, x, y, batch_size=None, optimizer=BlastInTheSecondEpoch(), callback=halve)
    assert caught.value.epoch == 1
    assert_close(net.weights + net.biases, before, 0)


def test_a_callback_that_makes_weights_infinite_does_not_keep_them():
    net, x, y = make()

    def blast(epoch, net, history):
        net.weights[0][0, 0] = np.inf

    with pytest.raises(DivergedError, match="the weights of layer 2"):
        train(net, x, y, callback=blast)
    assert all(np.isfinite(array).all() for array in net.weights + net.biases)


# Divergence


def diverging(**options):
    """Squared costs of an identity network on large inputs: each step is a thousand times too long."""
    net = Network([2, 3, 1], hidden="identity", output="identity", rng=1)
    x, y = np.full((2, 4), 100.0), np.ones((1, 4))
    with pytest.raises(DivergedError) as caught:
        train(net, x, y, eta=10, batch_size=2, **options)
    return net, caught.value


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_a_diverging_cost_is_an_error_that_says_where(dtype):
    _, error = diverging(epochs=50)
    assert isinstance(error, ArithmeticError)
    assert error.eta == 10
    assert error.layer in (2, 3)
    assert len(error.history.cost) == error.epoch
    wanted = f"training diverged in epoch {error.epoch} (the first is 0), with eta = 10: "
    assert str(error).startswith(wanted)
    assert f"of layer {error.layer} became NaN or infinite" in str(error)
    assert "A smaller eta is the usual cure" in str(error)


def test_after_divergence_the_network_is_as_the_epoch_found_it():
    kept = []
    net, error = diverging(
        epochs=50, callback=lambda epoch, net, history: kept.append([w.copy() for w in net.weights])
    )
    assert error.epoch == len(kept) > 0
    assert_close(net.weights, kept[-1], 0)
    assert np.isfinite(net.weights[0]).all()
    assert net.weights[0].base is None


def test_divergence_names_the_first_layer_that_is_not_finite():
    net = Network([1, 1, 1, 1], hidden="identity", output="identity", init="zeros")
    net.weights = [[[1.0]], [[1e200]], [[1.0]]]
    with pytest.raises(DivergedError, match="the weighted inputs z of layer 3 became"):
        train(net, [[1e200]], [[0]])
    net.weights = [[[1.0]], [[1.0]], [[1e200]]]
    with pytest.raises(DivergedError, match="the cost of the outputs of layer 4 became"):
        train(net, [[1]], [[0]])


def test_divergence_is_named_as_it_was_found_though_the_layers_above_have_taken_their_step():
    net = Network([1, 1, 1], hidden="relu", output="identity", init="zeros")
    net.weights = [np.float32([[1e-20]]), np.float32([[1e-10]])]  # a^2 = 10^15
    net.biases = [np.zeros((1, 1), np.float32)] * 2
    with pytest.raises(DivergedError, match="the gradient of layer 2 became"):  # W^3 has become 10^33
        train(net, np.float32([[1e35]]), np.float32([[1e18]]), eta=1)


def test_divergence_names_the_layer_whose_gradient_is_too_long():
    net = Network([1, 1, 1], hidden="identity", output="identity", init="zeros")
    net.weights = [[[0.0]], [[1.0]]]
    with pytest.raises(DivergedError, match="the norm of the gradient of layer 2 became"):
        train(net, [[1e160, 1]], [[1, 0]], eta=1e-300, batch_size=None)


@pytest.mark.parametrize("copied", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))])
def test_divergence_can_be_told_to_another_process(copied):
    _, error = diverging(epochs=50)
    other = copied(error)
    assert str(other) == str(error)
    assert (other.epoch, other.layer, other.eta) == (error.epoch, error.layer, error.eta)
    assert other.history == error.history


def test_divergence_says_which_weights_the_network_has():
    validation = ([[0, 1]], [[0, 1]])
    for options, told in [
        ({}, "with which that epoch began"),
        ({"patience": 100}, "of epoch 0, the best one"),
    ]:
        net = Network([1, 1], output="identity", rng=0)
        with pytest.raises(DivergedError, match=f"has the weights {told}") as caught:
            train(net, [[0, 1000]], [[0, 1]], eta=1, epochs=200, validation=validation, **options)
        is_best = net.cost(*validation) == pytest.approx(caught.value.history.validation_cost[0])
        assert is_best == ("patience" in options)


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize(("output", "cost"), OUTPUTS)
def test_weights_that_become_infinite_are_found_without_a_warning(hidden, output, cost):
    net, x, y = make(hidden=hidden, output=output, cost=cost)

    class Blast(Momentum):
        def _move(self, w, *others):
            if self.t == 2:
                w[0] = np.inf
            if self.t == 4:
                w[3] = np.nan

    with pytest.raises(DivergedError) as caught:
        train(net, x, y, epochs=5, batch_size=10, optimizer=Blast())
    assert caught.value.layer == 2
    assert caught.value.epoch in (0, 1)


@pytest.mark.parametrize(("index", "what"), [(0, "the weights of layer 2"), (-1, "the biases of layer 4")])
def test_a_last_step_that_goes_to_infinity_is_found(index, what):
    net, x, y = make()
    before = [array.copy() for array in net.weights + net.biases]

    class Blast(Momentum):
        def _move(self, w, *others):
            if self.t == 3:  # the last of the epoch
                w[index] = np.inf

    with pytest.raises(DivergedError, match=what):
        train(net, x, y, epochs=1, batch_size=10, optimizer=Blast())
    assert_close(net.weights + net.biases, before, 0)


@pytest.mark.parametrize("name", ["x", "y", "validation x", "validation y"])
def test_data_beyond_the_floats_of_the_network_are_named(name):
    net = cast(Network([1, 1], output="identity"), np.float32)
    data = {key: np.array([[1.0, -2.0]]) for key in ["x", "y", "validation x", "validation y"]}
    data[name] = np.array([[1, -1e39]])
    x, y, *validation = data.values()
    with pytest.raises(
        ValueError, match=rf"^{name} must not exceed 3.403e\+38 in size, .* float32; got 1e\+39"
    ):
        train(net, x, y, validation=tuple(validation))
    cast(net, np.float64)
    train(net, x, y, validation=tuple(validation), epochs=1, eta=1e-300)


def test_dropout_without_a_hidden_layer_is_refused():
    with pytest.raises(
        ValueError, match="dropout drops hidden activations, and net has no hidden layer; got"
    ):
        train(Network([1, 1]), [[1]], [[1]], dropout=0.5)
    train(Network([1, 1]), [[1]], [[1]], dropout=0, epochs=1)


def test_a_learning_rate_that_its_schedule_makes_infinite_is_refused():
    with pytest.raises(ValueError, match="eta in epoch 1 must be a finite number; got inf"):
        train(Network([1, 1]), [[1]], [[1]], eta=1e200, schedule=lambda epoch, epochs: 1e-200 + epoch * 1e200)


def test_validation_that_diverges_is_an_error_too():
    net = Network([1, 1], output="identity", init="zeros")
    net.weights = [[[1e200]]]
    with pytest.raises(DivergedError, match="the cost of the outputs of layer 2 became NaN or infinite"):
        train(net, [[0]], [[0]], validation=([[1]], [[0]]))


# The bar


class Terminal:
    def __init__(self):
        self.text = ""

    def isatty(self):
        return True

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def test_a_terminal_gets_a_bar(monkeypatch):
    pytest.importorskip("tqdm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    net, x, y = make()
    history = train(net, x, y, epochs=3)
    assert "3/3" in terminal.text
    assert f"cost {history.cost[-1]:.4g}" in terminal.text


@pytest.mark.parametrize("quiet", ["no bar wanted", "no terminal", "no stderr", "no tqdm"])
def test_otherwise_there_is_no_bar(quiet, monkeypatch, capsys):
    terminal = Terminal()
    if quiet == "no terminal":
        terminal.isatty = lambda: False
    if quiet == "no tqdm":
        monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setattr(sys, "stderr", None if quiet == "no stderr" else terminal)
    train(*make(), epochs=2, progress=quiet != "no bar wanted")
    assert terminal.text == ""
    assert capsys.readouterr().out == ""


# What goes wrong, said in words


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"net": "net"}, TypeError, "net must be a Network or a Model; got 'net'"),
        ({"x": np.ones((23, 5))}, ValueError, r"x must have shape \(5, m\), .*; x.T has samples in columns"),
        ({"x": np.full((5, 23), np.nan)}, ValueError, "x must be .* none of them NaN"),
        ({"y": np.eye(3)}, ValueError, "y must have a column for each sample: x has 23; got 3"),
        ({"y": np.ones((3, 23))}, ValueError, "each column of y must sum to 1"),
        ({"epochs": 0}, ValueError, "epochs must be a whole number, at least 1; got 0"),
        ({"epochs": 2.5}, TypeError, r"epochs must be a whole number, at least 1; got 2.5 \(float\)"),
        ({"eta": 0}, ValueError, "eta must be a finite number and above 0; got 0"),
        ({"eta": -0.1}, ValueError, "eta must be a finite number and above 0; got -0.1"),
        ({"eta": np.nan}, ValueError, "eta must be .*; got nan"),
        ({"eta": "fast"}, TypeError, r"eta must be .*; got 'fast' \(str\)"),
        ({"batch_size": 0}, ValueError, "batch_size must be a whole number, at least 1; got 0"),
        ({"batch_size": 2.0}, TypeError, "batch_size must be a whole number"),
        ({"optimizer": "adagrad"}, ValueError, "optimizer must be one of 'sgd', .*; got 'adagrad'"),
        (
            {"optimizer": None},
            TypeError,
            r"optimizer must be one of .*, or an instance, as Adam\(\); got None",
        ),
        ({"optimizer": Adam}, TypeError, r"got <class .*>; Adam\(\) is an instance"),
        ({"schedule": 0.5}, TypeError, "schedule must be a function .*; got 0.5"),
        (
            {"schedule": "cosine"},
            TypeError,
            r"'cosine'. In backprop.schedules, step\(\), exponential\(\), cosine\(\), warmup\(\) make one",
        ),
        (
            {"schedule": lambda epoch, epochs: -1},
            ValueError,
            r"schedule\(0, 1\) must be .* at least 0; got -1",
        ),
        ({"schedule": lambda epoch, epochs: None}, TypeError, r"schedule\(0, 1\) must be .*; got None"),
        ({"schedule": schedule.cosine}, TypeError, r"got cosine, which makes one: cosine\(\)"),
        ({"schedule": schedule.step}, TypeError, r"got step, which makes one: step\(\)"),
        ({"schedule": schedule.exponential}, TypeError, r"got exponential, which makes one"),
        ({"schedule": schedule.warmup}, TypeError, r"got warmup, which makes one"),
        ({"l2": -1}, ValueError, "l2 must be a finite number and at least 0; got -1"),
        ({"l1": "0"}, TypeError, "l1 must be a finite number"),
        ({"dropout": 1}, ValueError, "dropout must be .* at least 0 and below 1; got 1"),
        ({"dropout": [0.5]}, ValueError, "or one for each of the 2 hidden layers; got 1 numbers"),
        ({"dropout": [0.5, -0.1]}, ValueError, r"dropout\[1\] must be .*; got -0.1"),
        ({"dropout": "half"}, TypeError, "dropout must be"),
        ({"dropout": np.array(0.5)}, TypeError, "dropout must be .*; got an array of float64"),
        ({"clip_value": 0}, ValueError, "clip_value must be a finite number and above 0; got 0"),
        ({"clip_norm": -1}, ValueError, "clip_norm must be a finite number and above 0; got -1"),
        ({"validation": np.ones((5, 2))}, TypeError, r"validation must be a pair \(x, y\); got ndarray"),
        ({"validation": ([1],)}, TypeError, r"validation must be a pair \(x, y\); got tuple of length 1"),
        (
            {"validation": (np.ones((4, 2)), np.ones((3, 2)))},
            ValueError,
            r"validation x must have shape \(5, m\)",
        ),
        (
            {"validation": (np.ones((5, 2)), np.eye(3))},
            ValueError,
            "validation y must have a column for each",
        ),
        ({"patience": 3}, ValueError, r"patience needs validation data, validation=\(x, y\); got none"),
        ({"patience": 0}, ValueError, "patience must be a whole number, at least 1; got 0"),
        ({"callback": "print"}, TypeError, "callback must be a function, or None; got 'print'"),
        ({"rng": None}, TypeError, "rng must be an integer or a numpy Generator; got None"),
        ({"progress": "yes"}, TypeError, "progress must be True or False; got 'yes'"),
    ],
)
def test_bad_arguments_are_named(arguments, error, message):
    net, x, y = make()
    before = [w.copy() for w in net.weights]
    with pytest.raises(error, match=message):
        train(**{"net": net, "x": x, "y": y, "epochs": 1, **arguments})
    assert_close(net.weights, before, 0)


class Halved(Network):
    """Has a gradient of its own, which `train` would not take."""

    def backprop(self, x, y):
        nabla_b, nabla_w = super().backprop(x, y)
        return [g / 2 for g in nabla_b], [g / 2 for g in nabla_w]


def test_a_network_with_a_gradient_of_its_own_is_refused():
    before = Halved([2, 3, 1])
    net = copy.deepcopy(before)
    with pytest.raises(TypeError, match=r"would pass over Halved\.backprop; train such a network by a loop"):
        train(net, np.ones((2, 4)), np.ones((1, 4)), progress=False)
    assert all(np.array_equal(w, v) for w, v in zip(net.weights, before.weights, strict=True))


def test_a_method_that_is_put_in_place_is_refused_too():
    net = Network([2, 3, 1])
    net.backprop = lambda x, y: ([], [])
    with pytest.raises(TypeError, match=r"Network\.backprop"):
        train(net, np.ones((2, 4)), np.ones((1, 4)), progress=False)


def test_a_network_of_one_s_own_with_more_methods_trains():
    class Named(Network):
        def name(self):
            return "named"

    net = Named([2, 3, 1])
    assert train(net, np.ones((2, 4)), np.ones((1, 4)), epochs=2, progress=False).cost
