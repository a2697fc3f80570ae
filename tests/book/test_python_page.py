"""Each piece of Python that the page on Python explains is in the listing below it, which the tests run."""

import re
from collections.abc import Iterator

from bookkit.paths import ENGLISH, SNIPPETS

PAGE = (ENGLISH / "python.md").read_text(encoding="utf-8")
TERM = re.compile(r"^(?P<term>`.*) \{#(?P<name>[\w-]+)\}$", re.MULTILINE)
LISTING = re.compile(r'^--8<-- "(?P<path>python/\w+\.py)"$', re.MULTILINE)


def pieces() -> Iterator[tuple[str, str]]:
    """Yield each piece of code in a term, with the listing that comes next on the page."""
    for match in TERM.finditer(PAGE):
        listing = LISTING.search(PAGE, match.end())
        assert listing, f"below {match['name']} is no listing"
        for code in re.findall(r"`([^`]+)`", match["term"]):
            yield code, listing["path"]


def test_each_piece_is_in_a_listing_that_is_run() -> None:
    found = list(pieces())
    assert len(found) > 40
    missing = [
        f"{code} is not in {path}" for code, path in found if code not in (SNIPPETS / path).read_text("utf-8")
    ]
    assert missing == []
