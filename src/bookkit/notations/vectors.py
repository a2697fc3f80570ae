"""Vectors and matrices as such: norms, products, clipping."""

from __future__ import annotations

from typing import Any

from numpy.random import Generator

from bookkit.notations.draws import ALONE, ANY_NUMBERS, EDGE, POSITIVE, REAL, SPECIAL, some_sizes
from bookkit.notations.table import Function, Notation, Symbol
from bookkit.values import functions as fn


def _sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    low, large = (1, 60) if mode in (SPECIAL, EDGE) else (2, 19)
    rows, columns = some_sizes(rng, mode, 2, (3, 6, large), low, ALONE in mentioned)
    return {"n": rows, "m": columns}


_COLUMNS = ("v", "x", "y", "h", "\\bar{x}", "\\bar{y}")

NOTATION = Notation(
    name="vectors",
    title="Vectors and matrices",
    about="Columns, square matrices, numbers; norms and clipping.",
    symbols=(
        Symbol("n", "the number of entries of a column", size=True),
        Symbol("m", "another number of entries", size=True),
        Symbol("g", "a column, such as a gradient", ("n",), draw=ANY_NUMBERS),
        Symbol(
            "u",
            "a column; so are $v$, $x$, $y$, $h$, $\\bar{x}$ and $\\bar{y}$",
            ("n",),
            draw=ANY_NUMBERS,
            aliases=_COLUMNS,
            family=True,
        ),
        Symbol(
            "A",
            "a square matrix; so are $B$, $H$, $J$, $M$, $P$, $Q$ and $X$",
            ("n", "n"),
            draw=ANY_NUMBERS,
            aliases=("B", "H", "J", "M", "P", "Q", "X"),
            family=True,
        ),
        Symbol("W", "a matrix of any shape", ("m", "n"), draw=ANY_NUMBERS),
        Symbol("s", "a number; so are $t$, $a$ and $b$", draw=REAL, aliases=("t", "a", "b"), family=True),
        Symbol("c", "a positive number, such as a limit", draw=POSITIVE, aliases=("r",), family=True),
        Symbol("\\eta", "the learning rate", draw=POSITIVE, step=True),
    ),
    functions=(
        Function("\\sigma", "the sigmoid, entry by entry", (fn.sigmoid,), saturates=18.0),
        Function(
            "sign",
            "1 for a positive number, $-1$ for a negative one, 0 for 0; entry by entry",
            (fn.sign,),
            kinks=(0.0,),
        ),
    ),
    sizes=_sizes,
    indices={"i": "element", "j": "element", "k": "element"},
)
