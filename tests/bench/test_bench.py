import gc
import subprocess
import sys
import timeit
from itertools import count

import numpy as np
import pytest
from bench import batch, large, layers, layout, memory, numerical, pages, rivals, tensor, training, value
from bench.__main__ import MEASUREMENTS
from bench.results import FOLDER, columns, write
from bench.timing import medians
from threadpoolctl import threadpool_limits

from backprop import Value, _data, train


def assert_same(found, expected, rtol):
    for one, other in zip(found[0] + found[1], expected[0] + expected[1], strict=True):
        np.testing.assert_allclose(one, other, rtol=rtol, atol=1e-9)


@pytest.mark.parametrize(
    ("candidate", "rtol"),
    [(batch.plain_loop, 1e-10), (batch.one_call_a_sample, 1e-10), (numerical.differentiate, 1e-6)],
)
def test_what_is_timed_computes_the_same_gradient(candidate, rtol):
    net, x, y = batch.make([5, 4, 3], 6)
    expected = net.backprop(x, y)
    for _ in range(2):  # the second time, too: the network is as it was
        assert_same(candidate(net, x, y), expected, rtol)


def test_what_is_timed_as_tensor_computes_the_same_gradient():
    net, x, y = tensor.make([5, 4, 4, 3], 6)
    gradient = tensor.by_tensor(net, x, y)
    for _ in range(2):  # the second time, too: what was there before is gone
        assert_same(gradient(), net.backprop(x, y), 1e-12)


@pytest.mark.parametrize("program", value.PROGRAMS.values(), ids=lambda program: program.__name__)
def test_what_is_timed_as_value_has_the_slopes_of_its_numbers(program):
    made = []

    def engine(number):
        made.append(Value(number))
        return made[-1]

    run = program(engine)
    result = run()
    result.backward()
    for index in range(0, len(made), max(1, len(made) // 10)):
        ends = []
        for h in (1e-6, -1e-6):
            numbers = count()
            shifted = program(lambda number, of=numbers, h=h, k=index: Value(number + h * (next(of) == k)))
            ends.append(shifted().data)
        assert made[index].grad == pytest.approx((ends[0] - ends[1]) / 2e-6, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("program", value.PROGRAMS.values(), ids=lambda program: program.__name__)
def test_micrograd_computes_the_same(program):
    pytest.importorskip("micrograd")
    results = [program(engine)() for engine in (value.rival(), Value)]
    assert results[0].data == pytest.approx(results[1].data, rel=1e-12)


def test_value_has_a_table_with_and_without_micrograd(monkeypatch):
    monkeypatch.setattr(timeit.Timer, "autorange", lambda timer: (1, 0.2))
    monkeypatch.setattr(value, "rival", lambda: None)
    lines = value.table({"line": value.polynomial}, runs=1).splitlines()
    assert lines[0] == "Time of backprop's Value, with the way forward = 1"
    assert lines[-1].split()[:2] == ["line", "1.00"]
    monkeypatch.setattr(value, "rival", lambda: Value)
    monkeypatch.setattr(value, "version", lambda package: "0")
    lines = value.table({"line": value.polynomial}, runs=1).splitlines()
    assert lines[0] == "Time of backprop's Value, with micrograd 0 = 1"
    assert len(lines[-1].split()) == 4


SMALL = [5, 4, 3]
PACKAGES = {rivals.pytorch: "torch", rivals.jax_compiled: "jax"}
DEEP = {"hidden": "relu", "output": "softmax", "init": "he"}


def trained(sizes, order, batch_size, eta, **names):
    """A copy of the network that the rivals get, after an epoch in this order, by plain equations."""
    net, x, y = training.make(sizes, len(order), **names)
    for start in range(0, len(order), batch_size):
        part = order[start : start + batch_size]
        nabla_b, nabla_w = net.backprop(x[part].T, y[part].T)
        net.weights = [w - np.float32(eta) * nabla for w, nabla in zip(net.weights, nabla_w, strict=True)]
        net.biases = [b - np.float32(eta) * nabla for b, nabla in zip(net.biases, nabla_b, strict=True)]
    return net


@pytest.mark.parametrize(
    ("rival", "names"),
    [
        (rivals.one_sample_at_a_time, {}),
        (rivals.one_call_a_batch, {}),
        (rivals.one_call_a_batch, DEEP),
        (rivals.pytorch, {}),
        (rivals.pytorch, DEEP),
        (rivals.jax_compiled, {}),
        (rivals.jax_compiled, DEEP),
    ],
)
def test_the_rivals_learn_the_same(rival, names):
    if rival in PACKAGES:
        pytest.importorskip(PACKAGES[rival])
    order = np.random.default_rng(0).permutation(23)
    expected = trained(SMALL, order, 5, 0.5, **names)
    net, x, y = training.make(SMALL, 23, **names)
    epoch = rival(net, x, y, order, 0.5, 5)
    epoch()
    weights = net.weights
    if rival is rivals.pytorch:
        weights = [layer.weight.detach().numpy() for layer in list(epoch.module)[::2]]
    if rival is rivals.jax_compiled:
        weights = [np.asarray(w) for w, b in epoch.parameters]
    for one, other in zip(weights, expected.weights, strict=True):
        assert one.dtype == np.float32
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-6)


def test_what_is_timed_as_train_learns_the_same():
    net, x, y = training.make(SMALL, 23)
    train(net, x.T, y.T, epochs=1, eta=0.5, batch_size=5, rng=3)
    expected = trained(SMALL, np.random.default_rng(3).permutation(23), 5, 0.5)
    for one, other in zip(net.weights, expected.weights, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-6)


def test_scikit_learn_s_network_learns():
    pytest.importorskip("sklearn")
    net, x, y = training.make(SMALL, 23)
    epoch = rivals.scikit_learn(net, x, y, 0.5, 5)
    epoch()
    model = epoch.model
    before = [w.copy() for w in model.coefs_]
    epoch()
    assert [w.T.shape for w in model.coefs_] == [w.shape for w in net.weights]
    assert not np.allclose(model.coefs_[0], before[0])
    assert model.coefs_[0].dtype == np.float32


def test_the_products_alone_are_those_of_backpropagation(monkeypatch):
    shapes = []
    real_dot = np.dot
    monkeypatch.setattr(np, "dot", lambda a, b, out=None: (shapes.append(out.shape), real_dot(a, b, out))[1])
    net, x, y = training.make([5, 4, 3], 2, **DEEP)
    large.products(net, x, y, batch_size=2)()
    alone = sorted(shapes)
    shapes.clear()
    train(net, x.T, y.T, epochs=1, batch_size=2)
    assert alone == sorted(shape for shape in shapes if shape[1] > 1)  # but for BP3's columns


@pytest.mark.parametrize("there", [True, False])
def test_tables_of_training_say_what_is_missing(there, monkeypatch, capsys):
    monkeypatch.setattr(timeit.Timer, "autorange", lambda timer: (1, 0.2))
    if not there:
        monkeypatch.setattr(rivals, "installed", lambda name: False)
    missing = [name for name in ("PyTorch", "JAX", "scikit-learn") if not rivals.installed(name)]
    for text in (training.table(SMALL, m=20, epochs=1, runs=1), large.table(SMALL, m=256, runs=1)):
        lines = text.splitlines()
        assert lines[1].startswith("5-4-3, ")
        assert "NumPy" in lines[2]
        assert lines[5].split()[:2] == ["train", "1.0"] or lines[5].split()[:2] == ["train", "1.00"]
        for name in ("PyTorch", "JAX", "scikit-learn"):
            assert (f"({name} was not installed.)" in lines) == (name in missing)
            assert any(f"{name} " in line and line[-1].isdigit() for line in lines) == (name not in missing)
    assert capsys.readouterr().err.count("is left out") == 2 * len(missing)


@pytest.mark.parametrize("case", layers.cases(), ids=lambda case: case[0])
def test_layers_are_compared_with_their_like(case):
    torch = pytest.importorskip("torch")
    _, layer, shape = case
    small = (*shape[:-1], 2)
    x = np.random.default_rng(0).normal(size=small).astype(np.float32)
    module, order = layers.module_of(layer)
    a = module(torch.tensor(np.ascontiguousarray(x.transpose(order))))
    a = a[0] if isinstance(a, tuple) else a
    assert layer.forward(x).transpose(order).shape == tuple(a.shape)
    assert layer.forward(x).dtype == np.float32
    assert a.dtype == torch.float32
    ours = sum(array.size for array in layer.parameters.values())
    theirs = sum(p.numel() for name, p in module.named_parameters() if not name.endswith(WITHOUT))
    assert ours == theirs
    assert layers.pytorch(layer, x)().shape == tuple(np.array(small)[list(order)])


WITHOUT = ("bias_hh_l0", "in_proj_bias", "out_proj.bias")
"""Biases that PyTorch has and these layers do not: a second one for each gate, those of attention."""


def test_layers_have_a_row_each_or_words(monkeypatch):
    monkeypatch.setattr(timeit.Timer, "autorange", lambda timer: (1, 0.2))
    if rivals.installed("PyTorch"):
        lines = layers.table(layers.cases()[:2], runs=1).splitlines()
        assert lines[0] == "Time for one way forward and back, with PyTorch = 1"
        assert [line.split()[-3] for line in lines[4:]] == ["1.0", "1.0"]
    monkeypatch.setattr(rivals, "installed", lambda name: False)
    assert "PyTorch is not installed here" in layers.table(runs=1)


def test_each_way_to_lie_in_memory_has_a_row_and_each_size_of_a_batch_a_column(monkeypatch):
    seen = []
    monkeypatch.setattr(timeit.Timer, "autorange", lambda timer: (1, 0.2))
    monkeypatch.setattr(
        layout, "train", lambda net, x, y, **others: seen.append((x.flags.c_contiguous, _data.COPIED))
    )
    text = layout.table(SMALL, m=20, batches=(5, 7), epochs=1, runs=1)
    assert seen == [(False, 2**28), (True, 2**28), (True, 0)] * 2
    rows = [row.split() for row in text.split("\n\n")[1].splitlines()]
    assert rows[0] == ["numbers", "5", "a", "batch", "7", "a", "batch"]
    assert [" ".join(row[:-2]) for row in rows[1:]] == ["together", "copied", "not copied"]
    assert rows[1][-2:] == ["1.0", "1.0"]


def test_memory_is_compared_with_what_is_needed():
    lie = ["together", "copied", "not copied"]
    cases = [(SMALL, 5, "adam", how, {}) for how in lie]
    rows = [row.split() for row in memory.table(cases, m=2000).split("\n\n")[1].splitlines()]
    assert rows[0][3:] == ["data", "parameters", "batch", "state", "sum", "peak", "ratio"]
    assert [" ".join(row[:-7]) for row in rows[1:]] == [f"5-4-3 adam {how}" for how in lie]
    net, x, y = training.make(SMALL, 100)
    needed = memory.needed(net, x, y, 10, "adam")
    parameters = 4 * (5 * 4 + 4 * 3 + 4 + 3)
    assert needed == {
        "data": 4 * 100 * (5 + 3),
        "parameters": parameters,
        "batch": 4 * 10 * (5 + 4 + 3),
        "state": 2 * parameters,
    }


@pytest.mark.parametrize("case", memory.CASES, ids=lambda case: f"{case[0]}, {case[2]}, {case[3]}")
def test_training_takes_half_as_much_memory_again_at_most(case):
    with threadpool_limits(1):  # on a busy machine, two threads would wait for each other
        rows = memory.table([case]).splitlines()
    assert float(rows[-1].split()[-1]) <= 1.5


def test_tables_have_a_row_for_each_case(monkeypatch):
    monkeypatch.setattr(timeit.Timer, "autorange", lambda timer: (20, 0.2))
    rows = batch.table([4, 3, 2], batches=(1, 2), runs=1).splitlines()
    assert rows[1].startswith("4-3-2, float64; medians of 1 runs")
    assert [row.split()[0] for row in rows[3:]] == ["samples", "1", "2"]
    rows = numerical.table([[2, 3, 1]], m=2, runs=1).splitlines()
    assert rows[-1].split()[:3] == ["2-3-1", "13", "26"]
    rows = tensor.table([([2, 3, 2], 4)], runs=1).splitlines()
    assert rows[-1].split()[:3] == ["2-3-2", "4", "1.0"]


def test_medians_take_turns(monkeypatch):
    monkeypatch.setattr(timeit.Timer, "autorange", lambda timer: (2, 0.2))
    seen = []
    times = medians({"a": lambda: seen.append("a"), "b": lambda: seen.append("b")}, runs=3)
    assert seen == ["a", "a", "b", "b"] * 3
    assert all(time >= 0 for time in times.values())


def test_cycles_are_collected_while_something_is_timed(monkeypatch):
    monkeypatch.setattr(timeit.Timer, "autorange", lambda timer: (2, 0.2))
    seen = []
    medians({"a": lambda: seen.append(gc.isenabled())}, runs=2)
    medians({"a": lambda: seen.append(gc.isenabled())}, runs=1, collecting=False)
    assert seen == [True] * 4 + [False] * 2


def test_the_slower_candidate_has_the_larger_time():
    times = medians({"slow": lambda: sum(range(50_000)), "fast": lambda: sum(range(500))}, runs=1)
    assert times["slow"] > 10 * times["fast"]


def test_columns_are_lined_up():
    assert columns(["n", "time"], [["10", "1"], ["5", "22.5"]]) == " n  time\n10     1\n 5  22.5\n"


def test_results_are_written_whole(tmp_path):
    path = write("speed", "1\n", tmp_path)
    assert (path.name, path.read_text()) == ("speed.txt", "1\n")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_every_measurement_has_its_result(name):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert "NumPy" in text or "Python" in text or "compressed" in text


def test_an_unknown_measurement_is_named():
    run = subprocess.run(
        [sys.executable, "-m", "bench", "torch"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "no measurement is called torch; there are batch, numerical" in run.stderr


def test_what_blocks_a_hand_is_what_is_over_fifty_milliseconds_on_a_slower_processor():
    assert pages.blocking([10.0, 12.5, 20.0, 30.0], slower=4) == 30 + 70
    assert pages.blocking([]) == 0


def test_tasks_are_those_of_a_pages_main_thread_by_what_they_compute():
    def named(pid, tid, name):
        return {"name": "thread_name", "pid": pid, "tid": tid, "args": {"name": name}}

    def task(pid, tid, name, **times):
        return {"name": name, "pid": pid, "tid": tid, **times}

    events = [
        named(1, 2, "CrRendererMain"),
        named(1, 3, "Compositor"),
        named(4, 5, "CrBrowserMain"),
        named(6, 7, "CrRendererMain"),
        task(1, 2, "ParseHTML", tdur=2_000),
        task(1, 2, "RunTask", dur=90_000, tdur=7_000),
        task(1, 2, "ThreadControllerImpl::RunTask", dur=90_000, tdur=7_000),  # the same once more
        task(1, 2, "RunTask", dur=9_000, tdur=2_500),
        task(1, 2, "FunctionCall", dur=9_000, tdur=2_500),  # inside of a task
        task(1, 3, "RunTask", tdur=1_000_000),
        task(4, 5, "RunTask", tdur=1_000_000),
        task(6, 7, "RunTask", tdur=1_000_000),  # of a page that was there before
    ]
    assert pages.tasks({"traceEvents": events}) == [7.0, 2.5]


def test_of_several_visits_the_quickest_counts():
    visits = [pages.Cost(1, 2, 3, 4, work, 10 * work, 0.0) for work in (30.0, 20.0, 40.0)]
    assert pages.quickest(iter(visits)) == visits[1]


def test_without_a_site_nothing_is_said_of_its_pages(tmp_path):
    with pytest.raises(FileNotFoundError, match="make build"):
        pages.table(site=tmp_path)
