"""Damaged outputs: a listing is run once, its damaged copies are compared with what it printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bookkit.programs.beside import beside
from booktest.mutants.numbers import damaged

LINE_LENGTH = 110

_OUTPUT = re.compile(r"^[ \t]*#> ?(?P<text>.*)$", re.MULTILINE)
_NUMBER = re.compile(r"(?<![\w.])[-−]?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True)
class DamagedOutput:
    """One printed line of a listing, damaged."""

    kind: str
    line: int
    original: str
    damaged: str
    source: str


def damaged_outputs(source: str) -> Iterator[DamagedOutput]:
    """All damages of the `#>` lines of a listing: each number in them, and the loss of a whole line."""
    for match in _OUTPUT.finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        for number in _NUMBER.finditer(match["text"]):
            start, end = match.start("text") + number.start(), match.start("text") + number.end()
            for kind, text in damaged(number[0]):
                copy = source[:start] + text.replace("−", "-") + source[end:]
                after = copy[match.start() : copy.find("\n", match.start())]
                yield DamagedOutput(kind, line, match[0].strip(), after.strip(), copy)
        rest = source[: match.start()] + source[match.end() + 1 :]
        yield DamagedOutput("line lost", line, match[0].strip(), "(no line)", rest)


class Listing:
    """A listing that has been run: it knows what it printed and where."""

    def __init__(self, path: Path) -> None:
        from pytest_examples import CodeExample
        from pytest_examples.config import ExamplesConfig
        from pytest_examples.run_code import run_code

        self.path = path
        self.source = path.read_text(encoding="utf-8")
        self._example = CodeExample
        self._printed: Any
        with beside(path):
            self._printed, _ = run_code(
                example=CodeExample.create(self.source, path=path),
                python_file=path,
                loader=None,
                config=ExamplesConfig(line_length=LINE_LENGTH),
                enable_print_mock=True,
                print_callback=None,
                include_print=None,
                module_globals=None,
                call=None,
            )

    def objects_to(self, source: str) -> bool:
        """Whether the comparison finds that the outputs in this copy are not what the listing printed."""
        return (
            self._printed.updated_print_statements(self._example.create(source, path=self.path)) is not None
        )
