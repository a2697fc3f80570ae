"""The library's reference, as mkdocstrings writes it, without what it leaves dangling."""

from __future__ import annotations

import re

_NO_DESCRIPTION = re.compile(r'\s*–\s*<div class="doc-md-description">\s*</div>')


def tidied(html: str) -> str:
    """Return a page without the dashes that announce a description where there is none."""
    return _NO_DESCRIPTION.sub("", html)
