"""What the site holds besides pages."""

import re
from pathlib import Path

import pytest

from bookkit.handouts.listings import HOMEWORK, handed_out
from bookkit.paths import SNIPPETS
from bookkit.site import files as site_files
from bookkit.typesetting.katex import MissingPieceError


def test_every_address_is_given_once() -> None:
    addresses = [address for address, _ in site_files.files()]
    assert len(addresses) == len(set(addresses))


def test_every_snippet_can_be_downloaded_but_for_hidden_homework() -> None:
    addresses = {address for address, _ in site_files.files()}
    for path in SNIPPETS.rglob("*.py"):
        there = f"snippets/{path.relative_to(SNIPPETS).as_posix()}" in addresses
        assert there == (handed_out(path) is not None)


def test_a_download_has_the_lines_that_pages_show_and_no_marks() -> None:
    texts = {address: text for address, text in site_files.files() if address.startswith("snippets/")}
    marked = [path for path in SNIPPETS.rglob("*.py") if "# --8<--" in path.read_text(encoding="utf-8")]
    assert marked
    for path in marked:
        if path.name.startswith(HOMEWORK):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        published = texts[f"snippets/{path.relative_to(SNIPPETS).as_posix()}"]
        assert isinstance(published, str)
        assert published.splitlines() == [line for line in lines if "--8<--" not in line]


def test_the_stylesheet_asks_only_for_files_that_are_there() -> None:
    addresses = {address for address, _ in site_files.files()}
    asked = set(re.findall(r"url\(([^)]*)\)", site_files.stylesheet()))
    fonts = {name.strip("\"'") for name in asked if not name.strip("\"'").startswith("data:")}
    assert fonts
    assert {f"assets/{name}" for name in fonts} <= addresses


def test_a_missing_typeface_is_said_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_files, "TYPEFACE", tmp_path)
    with pytest.raises(MissingPieceError, match=r"typeface is missing .*make setup.*npm ci"):
        list(site_files.text_fonts())
