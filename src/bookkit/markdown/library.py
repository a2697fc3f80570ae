"""`--8<-- "backprop.sigmoid_prime"` shows a definition of the library, taken from the library by name."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from bookkit.library import UnknownNameError, source_of
from bookkit.markdown.work import Work
from bookkit.source import PageError

_INCLUDE = re.compile(r"^(?P<indent>[ \t]*)--8<--[ \t]+[\"'](?P<name>backprop(?:\.\w+)+)[\"'][ \t]*$")


class LibrarySource(Preprocessor):
    """Puts the source in the place of the line that names it, before files are included."""

    def __init__(self, md: Markdown, work: Work) -> None:
        super().__init__(md)
        self.work = work

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with every named definition put in."""
        result: list[str] = []
        for line in lines:
            match = _INCLUDE.match(line)
            if match is None:
                result.append(line)
                continue
            try:
                source = source_of(match["name"])
            except UnknownNameError as error:
                if self.work.sheet is None:
                    raise
                raise PageError(self.work.sheet.shown, self._line(line), str(error)) from None
            result += [f"{match['indent']}{text}".rstrip() for text in source.splitlines()]
        return result

    def _line(self, line: str) -> int:
        assert self.work.sheet is not None
        lines = self.work.sheet.path.read_text(encoding="utf-8").splitlines()
        return lines.index(line) + 1 if line in lines else 1
