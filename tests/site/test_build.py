"""The book can be built: without a warning, as it is published."""

from pathlib import Path

import pytest

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("the site is built")]


def test_the_book_is_built_strictly(site: Path, names: list[str]) -> None:
    assert {"index.html", "404.html", "nudges/circuit/index.html", "labs/digits/index.html"} <= set(names)
    assert (site / "sitemap.xml").is_file()
