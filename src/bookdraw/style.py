"""The style of the book's figures: thin lines, no frame, lettering that matches the formulas."""

from typing import Any

import matplotlib as mpl
from cycler import cycler

from bookdraw.palette import ACCENT, GRADIENT, GRID, INK, MUTED, VALUE

WIDTH = 5.8  # inches: fits the text column, and shrunk to a phone the lettering stays readable

RC_PARAMS: dict[Any, Any] = {
    "figure.figsize": (WIDTH, 3.3),
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
    "axes.prop_cycle": cycler(color=[VALUE, GRADIENT, ACCENT], linestyle=["-", "--", "-."]),
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
