"""What can go wrong with an equation before it is true or false."""

from __future__ import annotations

import bisect


class EquationError(ValueError):
    """An equation that cannot be read or executed; says where and draws a caret under the place.

    ``latex`` is the whole source, ``offset`` the place in it (0-based), ``line`` and ``column`` the same
    place counted from 1; all are None for an error that has no place in the source.
    """

    def __init__(self, reason: str, latex: str | None = None, offset: int | None = None) -> None:
        self.reason = reason
        self.latex = latex
        self.offset = offset
        self.line: int | None = None
        self.column: int | None = None
        text = reason
        if latex is not None and offset is not None:
            starts = [0, *(i + 1 for i, letter in enumerate(latex) if letter == "\n")]
            row = bisect.bisect_right(starts, offset) - 1
            self.line, self.column = row + 1, offset - starts[row] + 1
            shown, caret = _window(latex.split("\n")[row], self.column - 1)
            text = f"{reason}\n    {shown}\n    {' ' * caret}^"
        super().__init__(text)


def _window(line: str, place: int, width: int = 90) -> tuple[str, int]:
    """The part of a long line around a place, and the place in that part."""
    line = line.replace("\t", " ").rstrip("\r")
    if len(line) <= width:
        return line, place
    start = max(0, min(place - width // 2, len(line) - width))
    return line[start : start + width], place - start


class ShapeError(EquationError):
    """Two things of shapes that linear algebra does not allow together."""


class UnmetError(EquationError):
    """A draw that cannot be made to meet a condition: what is always the same has no variance to be given."""


class NoSuchThingError(EquationError):
    """A symbol that does not exist for this value of its index (``w^1``, ``\\delta^{L+1}``)."""


class TooFarError(EquationError):
    """A sum that asks for an entry that is not there; perhaps only at this place of what is around it."""
