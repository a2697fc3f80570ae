"""What the search index reads of a page: its text, with each formula once and without drawings.

Typeset formulas and drawings are nine tenths of a page's markup, and nothing that a reader searches for.
"""

from __future__ import annotations

import re

OPEN, CLOSE = "<!--formula-->", "<!--/formula-->"
_MARKED = re.compile(rf"{OPEN}(?P<formula>.*?){CLOSE}", re.DOTALL)
_VISIBLE = re.compile(r'<span class="katex-html".*', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CHECK = re.compile(
    r'<span class="check(?: exempt)?">.*?<span class="check-note">.*?</span>\s*</span>', re.DOTALL
)
_CODE = re.compile(r"(?<=<code>)(?P<code>.*?)(?=</code>)", re.DOTALL)
_FOLD = re.compile(r'(?<=<details class="fold">)<summary>.*?</summary>')
_DRAWING = re.compile(r'<svg class="figure".*?</svg>', re.DOTALL)


def marked(formula: str) -> str:
    """Return a typeset formula with marks around it, which `without_marks` takes away."""
    return f"{OPEN}{formula}{CLOSE}"


def without_marks(html: str) -> str:
    """Return a page as readers get it."""
    return html.replace(OPEN, "").replace(CLOSE, "")


def plain(html: str) -> str:
    """Return a page as the index reads it: formulas as the letters that they show, without any ornament."""
    text = _MARKED.sub(_letters, _CHECK.sub("", _DRAWING.sub("", _FOLD.sub("", html))))
    return _CODE.sub(lambda match: _TAG.sub("", match["code"]), text)


def _letters(match: re.Match[str]) -> str:
    visible = _VISIBLE.search(match["formula"])
    return _TAG.sub("", visible[0]) if visible else ""
