"""What is known of a page's definitions is kept with them, so that no formula has to find it out again.

A page of four hundred definitions, each made from the one before, would else be compiled four hundred times.
What was compiled holds as long as every name that was looked up on the way still means the same. In tables
without rules of their own, the values that a definition has on a draw are kept as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bookkit.equations.compiling.facts import Facts, Index
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.notes import Notes
from bookkit.equations.reading.context import Context, Definition, Key
from bookkit.notations.table import Notation
from bookkit.values.functions import domain

Value = Any
COMPILED = "compiled"  # where a definition keeps what is known of it
MOST_USED = 60  # drawn values that a kept value may hang on
MOST_ENTRIES = 64


@dataclass
class Log:
    """Which names were looked up, and what was found; and which were asked for a value, and had one."""

    found: dict[str, Definition | None] = field(default_factory=dict)
    given: dict[str, bool] = field(default_factory=dict)


class Lookups(Context):
    """A page's context that remembers what it was asked."""

    log: Log

    @classmethod
    def of(cls, context: Context) -> Lookups:
        """The same context, with an empty log and without its doubts: for these the judge asks the page's."""
        made = cls(context.definitions, context.given)
        made.__dict__["by_name"] = context.by_name  # found once for each page, not for each formula
        made.__dict__["named_values"] = context.named_values
        made.__dict__["log"] = Log()
        return made

    def find(self, name: str) -> Definition | None:
        found = self.by_name.get(name)
        self.log.found[name] = found
        return found

    def is_given(self, name: str) -> bool:
        self.log.given[name] = is_given = super().is_given(name)
        return is_given

    @contextmanager
    def looking(self) -> Iterator[Log]:
        """For a while: a log of its own."""
        outer = self.log
        self.__dict__["log"] = log = Log()
        try:
            yield log
        finally:
            self.__dict__["log"] = outer


@dataclass(frozen=True)
class Compiled:
    """What a compiler has made of a definition, and what that hangs on."""

    name: str
    notation: Notation
    found: Mapping[str, Definition | None]
    given: Mapping[str, bool]
    below: tuple[Compiled, ...]
    node: Callable[[Instance, Key], Value] | None
    function: tuple[tuple[str, ...], Callable[[Instance], Value]] | None
    choice: Callable[[Instance], Any] | None
    parameters: dict[str, Index]
    mentions: frozenset[str]
    facts: Facts

    def holds_in(self, notation: Notation, context: Context) -> bool:
        """Whether every name that was looked up means the same here; what is below is asked for itself."""
        if self.notation is not notation:
            return False
        if any(context.by_name.get(name) is not found for name, found in self.found.items()):
            return False
        if any(compiled(self.found[one.name]) is not one for one in self.below):
            return False  # what it is made of has been made anew
        return all(context.is_given(name) == was for name, was in self.given.items())

    @classmethod
    def of(
        cls, compiler: Any, definition: Definition, log: Log, below: tuple[str, ...], facts: Facts
    ) -> Compiled:
        """What a compiler has just made of a definition."""
        name = definition.name
        return cls(
            name,
            compiler.notation,
            log.found,
            log.given,
            tuple(compiler.known[other] for other in below),
            compiler.nodes.get(name),
            compiler.functions.get(name),
            compiler.choices.get(name),
            compiler.parameters[name],
            compiler.mentions[name],
            facts,
        )


def compiled(definition: Definition | None) -> Compiled | None:
    """What is known of a definition, if anything is."""
    return None if definition is None else definition.__dict__.get(COMPILED)


def keep(definition: Definition, made: Compiled) -> None:
    """Keeps with a definition what has been made of it."""
    definition.__dict__[COMPILED] = made


@dataclass(frozen=True)
class Known:
    """A value on one draw, and what computing it has told of the draw."""

    value: Value
    used: dict[Any, Value]
    notes: Notes
    outside: bool


@dataclass
class Values:
    """The values of one definition by draw."""

    by_draw: dict[Any, Known] = field(default_factory=dict)


def valued(node: Callable[[Instance, Key], Value]) -> Callable[[Instance, Key], Value]:
    """The same node; on a draw that another formula has made, too, its value is known."""
    kept = Values()

    def value(inst: Instance, key: Key) -> Value:
        draw = inst.shared()
        if draw is None:
            return node(inst, key)
        if (known := kept.by_draw.get((draw, key))) is None:
            known = _computed(node, inst, key)
            if known is None:
                return node(inst, key)
            if len(kept.by_draw) >= MOST_ENTRIES:
                kept.by_draw.pop(next(iter(kept.by_draw)))
            kept.by_draw[draw, key] = known
        _tell(inst, known)
        return known.value

    return value


def _computed(node: Callable[[Instance, Key], Value], inst: Instance, key: Key) -> Known | None:
    outer = inst.used, inst.notes, domain.outside
    inst.used, inst.notes, domain.outside = {}, Notes(), False
    found = None
    try:
        value = node(inst, key)
        if np.ndim(value) == 0 and len(inst.used) <= MOST_USED:
            found = Known(value, inst.used, inst.notes, domain.outside)
        return found
    finally:
        if found is None:
            outer[0].update(inst.used)
        inst.used, inst.notes, domain.outside = outer


def _tell(inst: Instance, known: Known) -> None:
    """Tells a draw what it would have heard had it computed the value itself."""
    inst.used.update(known.used)
    for key, value in known.used.items():
        if key not in inst.given:
            inst.leaves.setdefault(key, value)
    inst.notes.add(known.notes)
    domain.outside = domain.outside or known.outside
