"""What an exercise consists of."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import SimpleNamespace
from typing import Any

LEVELS = ("easy", "medium", "hard", "project")

Use = Callable[..., Any]
"""Uses what a file defines: called with the file's names and a case's arguments, returns the answer."""


@dataclass(frozen=True)
class Case:
    """The arguments of one call. A tag says what is special about it: `one_sample`, `negative`."""

    arguments: tuple[Any, ...]
    tags: frozenset[str] = frozenset()

    def fresh(self) -> tuple[Any, ...]:
        """Return arguments that a function may damage."""
        return copy.deepcopy(self.arguments)


def case(*arguments: Any, tags: str = "") -> Case:
    """Return a case with tags that are written as words of one text."""
    return Case(arguments, frozenset(tags.split()))


class Named:
    """A function as an argument, with the text that a message shows for it."""

    def __init__(self, text: str, function: Callable[..., Any]) -> None:
        self.text = text
        self.function = function

    def __call__(self, *arguments: Any) -> Any:
        """Call the function."""
        return self.function(*arguments)

    def __repr__(self) -> str:
        return self.text

    def __deepcopy__(self, memo: object) -> Named:
        return self


@dataclass(frozen=True)
class Exercise:
    """One exercise: where it is, what it asks for, and how an answer is judged.

    `signatures` are the lines after `def` of a starter file; the first names what is called where no `use` is
    given. `expected` gets a case's arguments and returns what is right, from numbers that are measured or
    worked by hand. `mistakes` are wrong versions by name: each is a function like the reader's, or what a
    wrong file would define. What has one sentence and several forms is `name:form`. Titles, tasks and what is
    said of a mistake are texts: see `texts`.
    """

    name: str
    page: str
    level: str
    signatures: tuple[str, ...]
    cases: Callable[[], Sequence[Case]]
    expected: Callable[..., Any]
    mistakes: Mapping[str, Callable[..., Any] | SimpleNamespace]
    use: Use | None = None
    parameters: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()
    samples: Callable[..., int] | None = None
    quiet: bool = False
    tolerance: float = 1e-6
    seconds: float = 10.0
    starter: str = ""
    project: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def defines(self) -> tuple[str, ...]:
        """The names that a reader's file has to define."""
        return tuple(re.split(r"\W", line)[0] for line in self.signatures)

    @property
    def part(self) -> str:
        """The part of the book, as its folder is called."""
        return self.page.partition("/")[0]

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names of a case's arguments."""
        if self.parameters:
            return self.parameters
        inside = self.signatures[0].partition("(")[2].rpartition(")")[0]
        return tuple(word.partition("=")[0].strip() for word in inside.split(",") if word.strip())

    def answer(self, names: SimpleNamespace, arguments: Sequence[Any]) -> Any:
        """Return what a file's names answer to a case's arguments; raises whatever they raise."""
        if self.use is not None:
            return self.use(names, *arguments)
        return getattr(names, self.defines[0])(*arguments)

    def wrong(self, mistake: str) -> SimpleNamespace:
        """Return what a file with that mistake would define."""
        found = self.mistakes[mistake]
        return found if isinstance(found, SimpleNamespace) else SimpleNamespace(**{self.defines[0]: found})


def forms(function: Callable[..., Any], kinds: Iterable[str]) -> dict[str, Callable[..., Any]]:
    """Return wrong versions by name, of a function whose argument `kind` says what goes wrong in it."""
    return {kind: partial(function, kind=kind) for kind in kinds}


@dataclass(frozen=True)
class Project:
    """A part's project: the name that its milestones share, and their page."""

    name: str
    page: str

    def milestone(
        self,
        name: str,
        signature: str,
        cases: Callable[[], Sequence[Case]],
        expected: Callable[..., Any],
        mistakes: Mapping[str, Callable[..., Any] | SimpleNamespace],
        **more: Any,
    ) -> Exercise:
        """Return one of the milestones; `more` are other fields of an Exercise."""
        return Exercise(
            name=name,
            page=self.page,
            level="project",
            signatures=(signature,),
            cases=cases,
            expected=expected,
            mistakes=mistakes,
            project=self.name,
            **more,
        )

    def training(
        self,
        name: str,
        seeds: Sequence[int],
        use: Callable[..., float],
        mistakes: Mapping[str, Callable[..., Any] | SimpleNamespace],
        seconds: float,
    ) -> Exercise:
        """Return the milestone at which what readers have built is trained; `use` says 0 if it learns."""
        return self.milestone(
            name,
            "train(x, y, rng)",
            lambda: [case(seed) for seed in seeds],
            lambda seed: 0.0,
            mistakes,
            use=use,
            parameters=("seed",),
            seconds=seconds,
            extra={"example": "none"},
        )
