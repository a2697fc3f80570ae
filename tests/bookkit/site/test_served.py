"""While a book is served, only what has changed is written; what fails is as if it had not been."""

from pathlib import Path

from bookkit.site.served import Served, left


def test_what_is_as_it_was_is_not_written_again() -> None:
    site = Served()
    assert not site.again
    assert site.has_changed("a/", "frame", "content")
    assert site.has_changed("b/", "frame", "content")
    site.settle()
    assert site.again
    assert not site.has_changed("a/", "frame", "content")
    assert site.has_changed("b/", "frame", "other content")
    assert site.has_changed("c/", "frame", "content")


def test_after_a_build_that_fails_its_files_are_still_to_be_written() -> None:
    site = Served()
    site.has_changed("a/", "old")
    site.settle()
    assert site.has_changed("a/", "new")  # and then something goes wrong
    assert site.has_changed("a/", "new")
    site.settle()
    assert not site.has_changed("a/", "new")


def test_the_author_is_told_what_is_left_as_it_was() -> None:
    root = Path("docs")
    assert left([], root) == ""
    told = left([root / "symbols.md", root / "about" / "checked.md"], root)
    assert "about/checked.md, symbols.md" in told
    assert "Until the book is built" in told
