"""What a listing or a lab shows: prints, drawings, the error that it ends with; and how two runs differ."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import zip_longest
from typing import Any

import numpy as np

PRINTED, DRAWN, ERROR = "printed", "drawn", "error"
REACH = 1  # pixels: what has moved by no more does not look different …
SHADE = 26  # … nor does a colour that differs by no more than a tenth of the way from black to white


@dataclass(frozen=True)
class Picture:
    """A drawing as pixels, packed."""

    height: int
    width: int
    packed: str = field(repr=False)

    @classmethod
    def of(cls, pixels: Any) -> Picture:
        """Pack pixels of the shape (height, width, 3)."""
        height, width, _ = pixels.shape
        return cls(height, width, base64.b85encode(zlib.compress(pixels.tobytes(), 1)).decode())

    def pixels(self) -> Any:
        """Return the pixels, as whole numbers that can be subtracted."""
        data = np.frombuffer(zlib.decompress(base64.b85decode(self.packed)), np.uint8)
        return data.reshape(self.height, self.width, 3).astype(int)


@dataclass(frozen=True)
class Output:
    """One thing that is shown, and the line of the file that shows it.

    `text` is what is printed, the words and numbers in a drawing, or an error's message.
    """

    kind: str
    line: int
    text: str
    picture: Picture | None = None


@dataclass(frozen=True)
class Difference:
    """A place where a run shows something else: its line, and what is shown there as it is and otherwise."""

    line: int
    usual: str
    other: str


def as_data(outputs: list[Output]) -> list[dict[str, Any]]:
    """Return outputs as what JSON can hold."""
    return [asdict(output) for output in outputs]


def from_data(data: list[dict[str, Any]]) -> list[Output]:
    """Return the outputs that `as_data` was given."""
    return [
        Output(item["kind"], item["line"], item["text"], item["picture"] and Picture(**item["picture"]))
        for item in data
    ]


def differences(usual: list[Output], other: list[Output]) -> Iterator[Difference]:
    """The places where two runs show different things."""
    for before, after in zip_longest(usual, other):
        if before is None or after is None:
            shown = before or after
            here, there = (_said(before), _said(after)) if before or after else ("", "")
            yield Difference(shown.line, here, there)
            return
        if (before.kind, before.line) != (after.kind, after.line):
            yield Difference(before.line, _said(before), f"{_said(after)} (line {after.line})")
            return  # from here on, the runs cannot be compared line by line
        if before.kind == PRINTED:
            yield from _lines(before, after)
        elif before.text != after.text:
            yield Difference(before.line, _said(before), _said(after))
        elif look_different(before.picture, after.picture):
            yield Difference(before.line, "a drawing", "a drawing that looks different")


def _lines(before: Output, after: Output) -> Iterator[Difference]:
    pairs = zip_longest(before.text.splitlines(), after.text.splitlines(), fillvalue="(nothing)")
    yield from (Difference(before.line, here, there) for here, there in pairs if here != there)


def _said(output: Output | None) -> str:
    if output is None:
        return "(nothing)"
    return f"a drawing with the words {output.text!r}" if output.kind == DRAWN else output.text.rstrip()


def look_different(before: Picture | None, after: Picture | None) -> bool:
    """Whether a pixel of one drawing has a colour that no pixel beside it has in the other."""
    if before is None or after is None:
        return before is not after
    if (before.height, before.width) != (after.height, after.width):
        return True
    if before.packed == after.packed:
        return False
    first, second = before.pixels(), after.pixels()
    return _strays(first, second) or _strays(second, first)


def _strays(pixels: Any, around: Any) -> bool:
    """Whether a pixel lies outside what its neighbourhood in the other drawing spans."""
    padded = np.pad(around, ((REACH, REACH), (REACH, REACH), (0, 0)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (2 * REACH + 1, 2 * REACH + 1), axis=(0, 1))
    lowest, highest = windows.min(axis=(-2, -1)), windows.max(axis=(-2, -1))
    return bool(np.any((pixels < lowest - SHADE) | (pixels > highest + SHADE)))
