import sys

import numpy as np
import pytest

from backprop import History


def history():
    return History(
        cost=[3.0, 1.0, 2.0],
        accuracy=[0.1, 0.5, 0.9],
        validation_cost=[4.0, 3.0, 3.0],
        validation_accuracy=[0.2, 0.3, 0.3],
        eta=[0.5, 0.5, 0.5],
        norms=[[1.0, 0.0], [0.1, 0.0], [0.01, 0.0]],
        layers=2,
    )


def test_the_best_epoch_is_the_first_of_the_lowest_validation_cost():
    assert history().best_epoch == 1
    assert History(cost=[3, 1, 0.5, 2]).best_epoch == 2
    assert History().best_epoch is None


def test_norms_have_a_row_for_each_epoch():
    assert history().gradient_norms.tolist() == [[1, 0], [0.1, 0], [0.01, 0]]
    assert History(layers=2).gradient_norms.shape == (0, 2)


def test_what_is_cut_is_forgotten():
    cut = history()
    cut.cut(2)
    assert (cut.cost, cut.accuracy, cut.eta) == ([3, 1], [0.1, 0.5], [0.5, 0.5])
    assert (cut.validation_cost, cut.validation_accuracy) == ([4, 3], [0.2, 0.3])
    assert cut.gradient_norms.shape == (2, 2)


@pytest.fixture
def pyplot():
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("agg")
    from matplotlib import pyplot

    yield pyplot
    pyplot.close("all")


def drawn(ax):
    return {line.get_label(): line.get_ydata().tolist() for line in ax.lines}


def test_plot_draws_training_and_validation(pyplot):
    ax = history().plot()
    assert drawn(ax) == {"training": [3, 1, 2], "validation": [4, 3, 3]}
    assert ax.lines[0].get_xdata().tolist() == [0, 1, 2]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("epoch", "cost")
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["training", "validation"]


def test_plot_draws_where_it_is_told(pyplot):
    _, axes = pyplot.subplots(2)
    assert history().plot(axes[1], of="accuracy") is axes[1]
    assert drawn(axes[1])["training"] == [0.1, 0.5, 0.9]
    assert not axes[0].lines


def test_plot_draws_each_layer_s_gradient(pyplot):
    ax = history().plot(of="gradient_norms")
    assert drawn(ax) == {"layer 2": [1, 0.1, 0.01], "layer 3": [0, 0, 0]}
    assert ax.get_yscale() == "log"
    only_zeros = History(norms=[[0.0]], layers=1).plot(of="gradient_norms")
    assert only_zeros.get_yscale() == "linear"


def test_without_validation_there_is_one_line(pyplot):
    assert drawn(History(cost=[2.0, 1.0]).plot()) == {"training": [2, 1]}


def test_nothing_to_draw_is_said():
    with pytest.raises(ValueError, match="this history has no accuracy to draw"):
        History(cost=[1.0]).plot(of="accuracy")
    with pytest.raises(ValueError, match="of must be one of 'cost', 'accuracy', 'gradient_norms'; got 'eta'"):
        History(cost=[1.0]).plot(of="eta")


def test_what_are_no_axes_is_said():
    with pytest.raises(TypeError, match="ax must be matplotlib axes; got 'accuracy'; of='accuracy' chooses"):
        History(cost=[1.0]).plot("accuracy")
    with pytest.raises(TypeError, match="ax must be matplotlib axes; got 3"):
        History(cost=[1.0]).plot(3)


def test_without_matplotlib_the_error_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(
        ModuleNotFoundError, match="draws with matplotlib, which is not installed: pip install"
    ):
        History(cost=[1.0]).plot()


def test_norms_are_floats():
    assert History(norms=[[1, 2]], layers=2).gradient_norms.dtype == np.float64


def test_a_history_shows_in_one_line_how_it_went():
    history = History(cost=[0.69314, 0.5, 0.12345678], validation_cost=[0.7, 0.6, 0.2], stopped="patience")
    assert repr(history) == (
        "History(3 epochs, cost 0.6931 to 0.1235, validation cost 0.7 to 0.2, stopped: patience)"
    )
    assert repr(History(cost=[1.0] * 10_000)) == "History(10000 epochs, cost 1 to 1, stopped: epochs)"
    assert repr(History()) == "History(0 epochs, stopped: epochs)"
    assert repr(History(cost=[2.0])) == "History(1 epoch, cost 2 to 2, stopped: epochs)"
