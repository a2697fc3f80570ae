"""Inclusions: a definition of the library by name, or a snippet by its path.

`--8<-- "backprop.sigmoid_prime"` is replaced by the library's source here. Files are left to
`pymdownx.snippets`, once it is clear that they exist.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from bookkit.library import UnknownNameError, source_of
from bookkit.markdown.work import Work
from bookkit.paths import MEASUREMENTS, SNIPPETS, shown
from bookkit.source import PageError

_INCLUDE = re.compile(r"^(?P<indent>[ \t]*)--8<--[ \t]+[\"'](?P<target>[^\"']+)[\"'][ \t]*$")
_NAME = re.compile(r"backprop(?:\.\w+)+\Z")


class Inclusions(Preprocessor):
    """Puts definitions in the place of the lines that name them, before files are included."""

    def __init__(self, md: Markdown, work: Work) -> None:
        super().__init__(md)
        self.work = work

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with every named definition put in.

        Raises PageError for a definition that the library lacks and a snippet that does not exist.
        """
        result: list[str] = []
        for line in lines:
            match = _INCLUDE.match(line)
            if match is None:
                result.append(line)
            elif _NAME.match(match["target"]):
                result += [
                    f"{match['indent']}{text}".rstrip() for text in self._source(match["target"], line)
                ]
            else:
                self._look_for(match["target"], line)
                result.append(line)
        return result

    def _source(self, name: str, line: str) -> list[str]:
        try:
            return source_of(name).splitlines()
        except UnknownNameError as error:
            raise self._complaint(line, str(error)) from None

    def _look_for(self, target: str, line: str) -> None:
        name = target.partition(":")[0]
        if not any((folder / name).is_file() for folder in (SNIPPETS, MEASUREMENTS)):
            places = f"{shown(SNIPPETS)}/ or {shown(MEASUREMENTS)}/"
            raise self._complaint(line, f"there is no {name} in {places}")

    def _complaint(self, line: str, message: str) -> ValueError:
        sheet = self.work.sheet
        if sheet is None:
            return ValueError(message)
        lines = sheet.path.read_text(encoding="utf-8").splitlines()
        return PageError(sheet.shown, lines.index(line) + 1 if line in lines else 1, message)
