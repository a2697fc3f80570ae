import io
import re

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

import bookdraw
from bookdraw.style import RC_PARAMS


@pytest.fixture(autouse=True)
def _clean_slate():
    with mpl.rc_context():
        mpl.use("Agg")
        yield
        plt.close("all")


def svg(figure):
    file = io.StringIO()
    figure.savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue()


def plot():
    figure, axes = plt.subplots()
    axes.plot([0, 1, 2], [0, 1, 4])
    axes.plot([0, 1, 2], [0, 2, 1])
    axes.set(xlabel="$z$", ylabel=r"$\sigma(z)$", title="A title")
    axes.grid()
    return figure


def test_use_makes_the_style_current():
    mpl.rcParams["font.size"] = 31
    bookdraw.use()
    assert mpl.rcParams["font.size"] == RC_PARAMS["font.size"]


def test_a_figure_shows_no_colour_from_outside_the_palette():
    bookdraw.use()
    colours = set(re.findall(r"#[0-9a-f]{6}", svg(plot())))
    assert colours
    assert colours <= set(bookdraw.COLOURS.values())


def test_the_same_figure_is_the_same_file():
    bookdraw.use()
    assert svg(plot()) == svg(plot())


def test_the_page_shines_through():
    bookdraw.use()
    figure = plot()
    assert figure.get_facecolor()[3] == 0
    assert figure.axes[0].get_facecolor()[3] == 0
