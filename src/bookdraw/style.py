"""The style of the book's figures: thin lines, no frame, lettering that matches the formulas."""

import os
from pathlib import Path
from typing import Any

import matplotlib as mpl
from cycler import cycler
from matplotlib.font_manager import FontProperties, fontManager

from bookdraw.palette import FIRST, GRID, INK, MUTED, SECOND, THIRD

WIDTH = 5.0  # inches: about as wide as a phone, where the lettering keeps its size
TYPEFACE = "BOOKDRAW_TYPEFACE"  # names the file of the text's typeface, where there is one

RC_PARAMS: dict[Any, Any] = {
    "figure.figsize": (WIDTH, 3.2),
    "figure.dpi": 144,
    "figure.facecolor": "none",
    "figure.constrained_layout.use": True,
    "savefig.facecolor": "none",
    "savefig.edgecolor": "none",
    "svg.fonttype": "path",
    "svg.hashsalt": "backpropagation-checked",
    "font.family": "STIXGeneral",
    "font.size": 13,
    "mathtext.fontset": "cm",
    "text.color": INK,
    "axes.facecolor": "none",
    "axes.edgecolor": MUTED,
    "axes.linewidth": 0.7,
    "axes.labelcolor": INK,
    "axes.labelsize": 13,
    "axes.titlesize": 13,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.formatter.use_mathtext": True,
    "axes.prop_cycle": cycler(
        color=[FIRST["color"], SECOND["color"], THIRD["color"]],
        linestyle=[FIRST["linestyle"], SECOND["linestyle"], THIRD["linestyle"]],
    ),
    "grid.color": GRID,
    "grid.linewidth": 0.6,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": 12,
    "ytick.labelsize": 12,
    "xtick.major.width": 0.7,
    "ytick.major.width": 0.7,
    "xtick.minor.visible": False,
    "ytick.minor.visible": False,
    "lines.linewidth": 1.6,
    "lines.markersize": 5,
    "lines.solid_capstyle": "round",
    "legend.frameon": False,
}


def use() -> None:
    """Make the book's style the current one; importing `bookdraw` does so."""
    mpl.rcParams.update(RC_PARAMS)
    if name := _typeface():
        mpl.rcParams["font.family"] = [name, *mpl.rcParams["font.family"]]


def _typeface() -> str | None:
    """Return the name of the typeface that words are lettered in, where the press has given its file."""
    path = os.environ.get(TYPEFACE)
    if path is None or not Path(path).is_file():
        return None
    if all(font.fname != path for font in fontManager.ttflist):
        fontManager.addfont(path)
    return str(FontProperties(fname=path).get_name())
