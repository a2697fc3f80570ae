"""The proof-reader as a Python-Markdown extension: what it finds on a page, it says as warnings.

MkDocs counts warnings under its own name, and a strict build with any stops. Nothing of MkDocs is imported:
where it converts the page, the step that it adds for its links knows which file that is.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from bookkit.pages.source import Page, PageError, parse_page, text_of
from bookkit.proofreader.command import shown, summary
from bookkit.proofreader.pages import FALSE, UNREAD, judged

log = logging.getLogger("mkdocs.bookkit")
STOP, REPORT = "stop", "report"
_FIRST = 1000  # before snippets are included, so that lines are the author's


class ProofReader(Extension):
    """Judges the equations of each page that is converted."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "symbols": ["", "a table of symbols for all pages, seen from the folder of mkdocs.yml"],
            "unread": [STOP, "what an equation does that cannot be read: `stop` a strict build, or `report`"],
        }
        super().__init__(**options)
        if self.getConfig("unread") not in (STOP, REPORT):
            raise ValueError(
                f"bookkit.proofreader: unread is {STOP} or {REPORT}, not {self.getConfig('unread')!r}"
            )

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Look at the text before anything else does."""
        md.registerExtension(self)
        md.preprocessors.register(_Reading(md, self), "bookkit-proofreader", _FIRST)


class _Reading(Preprocessor):
    """Judges the page; its lines go on as they are."""

    def __init__(self, md: Markdown, extension: ProofReader) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        path, root, project = self._places()
        named = self.extension.getConfig("symbols")
        table = project / named if named else None
        try:
            found = judged(_page(path, "\n".join(lines)), root, table)
        except PageError as error:
            log.error("%s:%s: %s", shown(error.path), error.line, error.message)
            return lines
        unread = logging.WARNING if self.extension.getConfig("unread") == STOP else logging.INFO
        for item in found:
            if item.kind in (FALSE, UNREAD):
                # Of an error, `mkdocs build -q` hears, too.
                level = logging.ERROR if item.kind == FALSE else unread
                log.log(level, "%s:%s: %s", shown(path), item.line, item.message)
        if found:
            log.info("%s: %s", shown(path), summary(Counter(item.kind for item in found)))
        return lines

    def _places(self) -> tuple[Path, Path, Path]:
        """The page's file, the folder of all pages, and that of the settings."""
        steps = self.md.treeprocessors
        links = steps["relpath"] if "relpath" in steps else None  # noqa: SIM401 (a registry has no get)
        file, settings = getattr(links, "file", None), getattr(links, "config", None)
        source = getattr(file, "abs_src_path", None)
        if source is None:  # somebody converts a text, and nobody says of which file
            return Path("a text without a file"), Path(), Path()
        project = Path(getattr(settings, "config_file_path", None) or "mkdocs.yml").parent
        return Path(source), Path(getattr(settings, "docs_dir", None) or Path(source).parent), project


def _page(path: Path, text: str) -> Page:
    """The page as it is converted, on the lines of its file where it is what the file holds."""
    if not path.is_file():
        return parse_page(path, text, of_this_book=False)
    whole = text_of(path).replace("\r\n", "\n")
    page = parse_page(path, whole, of_this_book=False)
    if whole.rstrip().endswith(text.strip()):
        return page
    return replace(parse_page(path, text, of_this_book=False), front_matter=page.front_matter)
