"""Boxes in which readers guess a number before they look: the answers come from a listing's output.

An author writes into an exercise

    /// predict | nudges/circuit/guess_first_input.py
    The derivative with respect to the first input, to four digits after the point

    lost_sign
    :   You have taken the product's factor for …
    ///

and the listing prints the answer and the wrong ones, each on a line with its name: `answer -0.1050`,
`lost_sign 0.1050`. Each is computed there, a wrong one by the slip that the text explains; the solution has
to print the answer, too.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from bookkit.numbers.code import printed_lines
from bookkit.numbers.typed import typed_prints
from bookkit.pages.source import Page
from bookkit.paths import SNIPPETS

SOURCE = "data-source"
_LINE = re.compile(r"(?P<name>[a-z]\w*) (?P<value>[-+]?\d+(?:\.\d+)?)\Z")
_BLOCK = re.compile(r"^[ \t>]*/{3,}[ \t]*predict[ \t]*\|[ \t]*(?P<source>\S+)[ \t]*$")


class _Box(Block):  # type: ignore[misc]
    """Keeps what an author has written until the page's other steps are done."""

    NAME = "predict"
    ARGUMENT = True

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """Return the element that the block's text goes into."""
        return ElementTree.SubElement(parent, "div", {"class": "predict", SOURCE: self.argument.strip()})


class PredictExtension(BlocksExtension):  # type: ignore[misc]
    """The block `/// predict` as a Python-Markdown extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (pymdownx's name)
        """Register the block."""
        block_mgr.register(_Box, self.getConfigs())


def makeExtension(**configuration: Any) -> PredictExtension:  # noqa: N802 (the name is Python-Markdown's)
    """Return the extension, as Python-Markdown asks for it."""
    return PredictExtension(**configuration)


@dataclass(frozen=True)
class Guesses:
    """What a listing prints for a box: the answer, and wrong ones by name, as texts with their digits."""

    answer: str
    wrong: dict[str, str]

    @property
    def digits(self) -> int:
        """How many digits after the point are asked for."""
        return len(self.answer.partition(".")[2])


def read(source: str) -> Guesses:
    """Return what a listing prints for a box.

    Raises ValueError, saying what is wrong with it, for anything but one line a name.
    """
    path = SNIPPETS / source
    if not path.is_file():
        raise ValueError(f"there is no listing {source} in snippets/")
    code = path.read_text(encoding="utf-8")
    for call in typed_prints(code):
        raise ValueError(
            f"{source}:{call.lineno}: {ast.unparse(call)} shows a number that was typed; "
            "compute it, a wrong one by the slip that it explains"
        )
    found: dict[str, str] = {}
    for _, text in printed_lines(code):
        match = _LINE.match(text.strip())
        if match is None or match["name"] in found:
            raise ValueError(
                f"{source} prints {text.strip()!r}; a box needs a name of its own and a number on each line"
            )
        found[match["name"]] = match["value"]
    if "answer" not in found:
        raise ValueError(f"{source} prints no line that begins with `answer`")
    guesses = Guesses(found.pop("answer"), found)
    taken = {Decimal(guesses.answer): "answer"}
    for name, value in guesses.wrong.items():
        rounded = round(Decimal(value), guesses.digits)
        if rounded in taken:
            raise ValueError(f"{source}: {name} is {taken[rounded]}, to the digits that are asked for")
        taken[rounded] = name
    return guesses


def sources(page: Page) -> Iterator[tuple[str, int]]:
    """Yield the listing and the line of each box of a page."""
    for number, line in enumerate(page.text.split("\n"), start=1):
        if (match := _BLOCK.match(line)) and number not in page.fenced:
            yield match["source"], number
