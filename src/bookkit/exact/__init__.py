"""The second arithmetic: numbers that are exact where floats are rounded.

In comes what a draw consists of: floats that were drawn, numbers that were written, functions that nothing
defines. Out comes a `Number` for each, which carries two witnesses of different nature. A **ball** is an
interval of some 230 bits around a real number (python-flint's `arb`); every operation widens it by what it
may have rounded, so two balls that do not touch are two numbers, and signs and pieces are decided without
doubt or not at all. A **residue** is the value of the same expression at another, independent random point
modulo a random prime; two expressions that are the same have the same residue, and two that are not have it
by an accident of which the chance is known (Schwartz and Zippel). A derivative is found by moving a number by
something whose square is 0 (`moved`), never from a formula, and a limit is read off a power series
(`series`). An `interval` stands for all of its numbers at once; it has no residue.

It is sound because each witness is used for what it can say: disjoint balls refute, equal residues confirm,
and everything else says nothing. A float of which nobody knows where it comes from becomes a ball as wide as
its last digits and has no residue, and what is not known exactly never becomes a float unnoticed: it raises
`UndecidedError`. The proof-reader reads and compiles a formula once; only the numbers are others.

python-flint is optional: without it there are no exact numbers, and ``available()`` says so.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

PACKAGE = "python-flint"


@cache
def package() -> str:
    """Return the version of the package that balls come from; "" where it is not installed."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return ""


def available() -> bool:
    """Return whether there are exact numbers."""
    return bool(package())
