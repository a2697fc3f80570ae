"""What a page's browser may load and run: a Content-Security-Policy made from the finished page.

It stands in the page itself, so that it holds wherever the site is put. (There it cannot say
`frame-ancestors`, by which a server forbids others to frame the page.)
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(?P<text>.*?)</style>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_DATA = re.compile(r"\btype\s*=\s*[\"']?(?!text/javascript|module\b)[\w/+.-]", re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>', re.IGNORECASE)
_LINE_ENDS = re.compile(r"\r\n?")


def policy(page: str, in_folder: bool = False) -> str:
    """Return the policy of a page: its own site, and of what stands inside the page these very texts.

    A page that is read from a folder is of no site, and asks for nothing by script but further scripts, which
    only the scripts inside it may do.
    """
    scripts = _hashes(
        match["text"]
        for match in _SCRIPT.finditer(page)
        if not _SOURCE.search(match["attributes"]) and not _DATA.search(match["attributes"])
    )
    styles = _hashes(match["text"] for match in _STYLE.finditer(page))
    rules = {
        "default-src": "'none'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "style-src-attr": "'unsafe-inline'",  # each box of a formula says its height
    }
    if in_folder:
        rules |= {
            "font-src": "data:",
            "form-action": "'none'",
            "img-src": "'self' file: data:",  # what 'self' is in a folder, browsers answer differently
            "script-src": " ".join(["'strict-dynamic'", *scripts]),
            "style-src": " ".join(["'self'", "file:", *styles]),
        }
    else:
        rules |= {
            "connect-src": "'self'",  # the search index
            "font-src": "'self' data:",
            "img-src": "'self' data:",
            "manifest-src": "'self'",
            "script-src": " ".join(["'self'", *scripts]),
            "style-src": " ".join(["'self'", *styles]),
            "worker-src": "'self'",
        }
    first, *others = rules
    return "; ".join(f"{name} {rules[name]}" for name in (first, *sorted(others)))


def _hashes(texts: Iterable[str]) -> list[str]:
    found = set()
    for text in texts:
        digest = hashlib.sha256(_LINE_ENDS.sub("\n", text).encode()).digest()
        found.add(f"'sha256-{base64.b64encode(digest).decode()}'")
    return sorted(found)


def protected(page: str, in_folder: bool = False) -> str:
    """Return the page with its policy in its head, before anything that it governs, in place of any other.

    Raises ValueError for a page that does not say its encoding, behind which the policy belongs.
    """
    page = _POLICY.sub("", page)
    place = _CHARSET.search(page)
    if place is None:
        raise ValueError("a page says its encoding first: <meta charset=utf-8>")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(page, in_folder)}">'
    return page[: place.end()] + meta + page[place.end() :]
