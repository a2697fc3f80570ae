"""Listings: their title leads to the file, their printed lines look printed."""

from __future__ import annotations

import html
import re

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from bookkit.markdown.work import Work

_TITLE = re.compile(r'<span class="filename">(?P<path>[\w./-]+\.py)(?P<section>:[\w-]+)?</span>')
_OUTPUT = re.compile(r'<span class="c1">(?P<text>#&gt;[^<]*)</span>')


class Listings(Postprocessor):
    """Adds a download link to every titled listing and marks the outputs inside it."""

    def __init__(self, md: Markdown, work: Work) -> None:
        super().__init__(md)
        self.work = work

    def run(self, text: str) -> str:
        """Return the page with its listings finished."""
        text = _OUTPUT.sub(r'<span class="c1 output">\g<text></span>', text)
        return _TITLE.sub(self._title, text) if self.work.sheet is not None else text

    def _title(self, match: re.Match[str]) -> str:
        sheet = self.work.sheet
        assert sheet is not None
        path = match["path"]
        address = html.escape(sheet.link(f"snippets/{path}"))
        name = path.rpartition("/")[2]
        return (
            f'<span class="filename"><span class="path">{path}{match["section"] or ""}</span>'
            f'<a class="download" href="{address}" download="{name}" title="{name}"'
            f' aria-label="Download {name}"></a></span>'
        )
