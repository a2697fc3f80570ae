"""The tests of the site wait for what is to come, however slow the machine is, and never for a time.

A fixed wait is too short on a machine that does much else, and too long on any other; a short limit calls the
machine's slowness a fault of the book.
"""

import re
from pathlib import Path

import pytest

from bookkit.paths import ROOT

SITE = ROOT / "tests" / "site"
LEAST = 60_000  # milliseconds
WAITS = re.compile(r"wait_for_timeout\(|setTimeout\(\w+, *\d{3}")
LIMITS = re.compile(r"timeout\s*[=(]\s*(\d[\d_]*)")
# A text, and no function, is evaluated inside the page: its policy forbids that as soon as it is read.
TEXTS = re.compile(r"wait_for_function\(\s*[rf]*[\"'](?!\s*(?:async )?(?:\w+|\([^)]*\)) =>)[^\"']*")
OWN = re.compile(r"\bbrowser\.new_(?:context|page)\(")
LENT = ("window.py", "visit.py")  # where contexts are made, with their limits


def impatient(name: str, text: str) -> list[str]:
    """Return what in a test of the site counts on a quick machine."""
    found = [f"a limit of {limit} ms" for limit in LIMITS.findall(text) if int(limit) < LEAST]
    found += [f"a text that a page's policy may forbid: {wait}" for wait in TEXTS.findall(text)]
    if name not in LENT:
        found += [f"a fixed wait: {wait}" for wait in WAITS.findall(text)]
        found += [f"a context without limits: {context}" for context in OWN.findall(text)]
    return found


@pytest.mark.parametrize("path", sorted(SITE.glob("*.py")), ids=lambda path: path.stem)
def test_what_is_waited_for_is_a_condition(path: Path) -> None:
    assert impatient(path.name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "page.wait_for_timeout(500)",
        "page.set_default_timeout(10_000)",
        "expect(card).to_be_hidden(timeout=100)",
        "await new Promise(done => setTimeout(done, 100))",
        "context = browser.new_context(java_script_enabled=False)",
        "page = browser.new_page()",
        "page.wait_for_function(\"document.readyState != 'loading'\", polling=100)",
    ],
)
def test_a_wait_for_a_time_and_a_short_limit_would_be_found(line: str) -> None:
    assert impatient("test_x.py", line) != []
