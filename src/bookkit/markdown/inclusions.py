"""Inclusions: a definition of the library or a table of the press by name, or a snippet by its path.

`--8<-- "backprop.sigmoid_prime"` is replaced by the library's source here. Files are left to
`pymdownx.snippets`, once it is clear that they exist.
"""

from __future__ import annotations

import re

from markdown.preprocessors import Preprocessor
from pymdownx.snippets import SnippetMissingError

from bookkit.markdown.work import Step
from bookkit.pages.library import UnknownNameError, source_of
from bookkit.pages.source import PageError, parse_page
from bookkit.paths import MEASUREMENTS, SNIPPETS, included, shown
from bookkit.written.tables import NAME as TABLE_NAME
from bookkit.written.tables import UnknownTableError, write

_INCLUDE = re.compile(r"^(?P<indent>[ \t]*)-+8<-+[ \t]+(?P<quote>[\"'])(?P<target>[^\"']+)(?P=quote)[ \t]*$")
_MARK = re.compile(r"[ \t]*-+8<-+(?!-*[ \t]*\[)")  # `--8<-- [start:part]` begins a part and includes nothing
_NAME = re.compile(r"backprop(?:\.\w+)+\Z")


class Inclusions(Step, Preprocessor):
    """Puts definitions in the place of the lines that name them, before files are included."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with every named definition put in.

        Raises PageError for a definition that the library lacks and a snippet that does not exist.
        """
        result: list[str] = []
        for line in lines:
            match = _INCLUDE.match(line)
            if match is None:
                if _MARK.match(line):
                    raise self._complaint(line, 'an inclusion is one line, --8<-- "path/in/snippets.py"')
                result.append(line)
            elif _NAME.match(match["target"]):
                result += [
                    f"{match['indent']}{text}".rstrip() for text in self._source(match["target"], line)
                ]
            elif TABLE_NAME.match(match["target"]):
                result += self._table(match["target"], line)
            else:
                self._look_for(match["target"], line)
                result.append(line.rstrip())
        return result

    def _source(self, name: str, line: str) -> list[str]:
        try:
            return source_of(name).splitlines()
        except UnknownNameError as error:
            raise self._complaint(line, str(error)) from None

    def _table(self, name: str, line: str) -> list[str]:
        if self.work.sheet is None:
            raise self._complaint(line, f"{name} can only be shown on a page")
        try:
            text = write(name, self.work.sheet)
        except UnknownTableError as error:
            raise self._complaint(line, str(error)) from None
        self.work.generated += [e.latex for e in parse_page(self.work.sheet.path, text).equations]
        return text.splitlines()

    def _look_for(self, target: str, line: str) -> None:
        """Raise PageError where `pymdownx.snippets` would not include a file or a part of it."""
        name = target.partition(":")[0]
        if included(name) is None:
            places = f"{shown(SNIPPETS)}/ or {shown(MEASUREMENTS)}/"
            raise self._complaint(line, f"there is no {name} in {places}, and nothing else is included")
        if "snippet" in self.md.preprocessors:
            try:
                self.md.preprocessors["snippet"].run([line.strip()])
            except (SnippetMissingError, OSError, ValueError) as error:
                raise self._complaint(line, f"{target} cannot be included: {error}") from None

    def _complaint(self, line: str, message: str) -> ValueError:
        sheet = self.work.sheet
        if sheet is None:
            return ValueError(message)
        lines = sheet.path.read_text(encoding="utf-8").splitlines()
        return PageError(sheet.shown, lines.index(line) + 1 if line in lines else 1, message)
