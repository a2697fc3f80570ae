"""What is found out about a formula while it is compiled: symbols, indices, and what it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading.context import Key
from bookkit.notations.table import Symbol
from bookkit.values.algebra import entry

Value = Any
Code = Callable[[Instance], Value]


@dataclass(frozen=True)
class Ref:
    """A symbol, or one entry of its array: what a derivative can be taken by."""

    name: str
    key: Callable[[Instance], Key]
    place: Callable[[Instance], tuple[int, ...]] | None = None
    symbol: Symbol | None = None
    turned: bool = False  # whether it is a row, as a column
    as_column: bool = False  # whether it is a row or a column of a matrix, by a letter of the page's own

    def __call__(self, inst: Instance) -> Value:
        value = inst.value(self.key(inst))
        if self.place is None:
            return value
        place = self.place(inst)
        found: Value = 0.0 if self.is_outside(value, place) else entry(value, place, self.name)
        return found.T if self.turned else found

    def is_outside(self, value: Value, place: tuple[int, ...]) -> bool:
        """Whether a place is none of an array that is 0 outside."""
        if self.symbol is None or not self.symbol.zero_outside:
            return False
        ends = np.shape(value) if len(place) > 1 else (np.size(value),)
        return not all(0 <= number < end for number, end in zip(place, ends, strict=True))


@dataclass
class Index:
    """What is known of an index letter: where it stands tells how far it counts.

    Where it stands alone, it counts from 1, or from another of ``starts``, to a size. Where it is part of an
    index, as in ``x_{i+a-1}``, it may count as far as that array is long: it is ``shifted``.
    """

    layer: bool = False
    sizes: list[Callable[[Instance], int]] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)
    shifted: list[Callable[[Instance], int]] = field(default_factory=list)
    endless: bool = False

    @property
    def is_loose(self) -> bool:
        """Whether nothing but the entries that there are says how far it counts."""
        return bool(self.shifted) and not (self.sizes or self.layer or self.endless)


@dataclass
class Facts:
    """What a formula names; found while it is compiled.

    `mentioned` are the symbols whose values it asks for; one of numbers alone has none. `features` is all
    that the sizes of a draw depend on, and nothing of it is ever taken back.
    """

    mentioned: set[str] = field(default_factory=set)
    features: set[str] = field(default_factory=set)
    free: dict[str, Index] = field(default_factory=dict)
    integers: set[str] = field(default_factory=set)
    watched: dict[int, str] = field(default_factory=dict)
    derives: bool = False
    any_functions: set[str] = field(default_factory=set)
    pieces: bool = False
    differentials: set[str] = field(default_factory=set)
    still: set[str] = field(default_factory=set)

    @contextmanager
    def naming(self) -> Iterator[None]:
        """Meanwhile, ``mentioned`` holds only what is named from here on; then what was before, too."""
        before, self.mentioned = self.mentioned, set()
        try:
            yield
        finally:
            self.mentioned = before | self.mentioned

    def add(self, more: Facts) -> None:
        """Takes in what a definition names, beside what it mentions."""
        self.features |= more.features
        self.integers |= more.integers
        self.any_functions |= more.any_functions
        self.differentials |= more.differentials
        self.watched.update(more.watched)
        self.derives = self.derives or more.derives
        self.pieces = self.pieces or more.pieces
