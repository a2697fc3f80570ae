"""The book can be built: without a warning, as it is published."""

from pathlib import Path

import pytest

from .conftest import build_book

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("the site is built")]


def test_the_book_is_built_strictly(site: Path, names: list[str]) -> None:
    assert {"index.html", "404.html", "nudges/circuit/index.html", "labs/digits/index.html"} <= set(names)
    assert (site / "sitemap.xml").is_file()


def test_a_build_from_what_was_kept_gives_the_same_bytes(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The pages of the second build are those of the first, taken from where they are kept."""
    again = build_book(tmp_path_factory.mktemp("again"))
    first, second = (
        {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        for folder in (site, again)
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name].read_bytes() != second[name].read_bytes()] == []
