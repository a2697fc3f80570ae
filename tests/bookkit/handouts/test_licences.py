"""The licences of what the site republishes: there, whole, and taken from the packages that it comes from."""

from pathlib import Path

import pytest

from bookkit.handouts import licences
from bookkit.paths import ENGLISH, ROOT
from bookkit.typesetting.katex import MissingPieceError

TEXTS = dict(licences.texts())
SAID = {
    "code": "Permission is hereby granted, free of charge",
    "text": "Creative Commons Attribution 4.0 International Public License",
    "katex": "Khan Academy",
    "signals": "Preact",
    "katex-fonts": "with Reserved Font Name KaTeX_Main.",
    "source-serif": "SIL OPEN FONT LICENSE Version 1.1",
    "material": "Martin Donath",
    "mkdocstrings": "ISC License",
    "icons": "Pictogrammers Free License",
    "icons-brands": "Font Awesome Free License",
    "apache": "Apache License",
}


@pytest.mark.parametrize("name", SAID)
def test_each_is_there_and_says_what_it_is(name: str) -> None:
    text = TEXTS[f"licences/{name}.txt"]
    assert SAID[name] in text
    assert len(text) > 500


def test_each_is_named_on_the_page_that_lists_them() -> None:
    page = (ENGLISH / "about" / "licences.md").read_text(encoding="utf-8")
    assert {name for name in SAID if f"(../licences/{name}.txt)" in page} == {
        address.removeprefix("licences/").removesuffix(".txt") for address in TEXTS
    }


def test_the_fonts_of_the_formulas_come_with_their_notices_and_their_licence() -> None:
    text = licences.katex_fonts()
    assert text.count("with Reserved Font Name") > 10
    assert "PERMISSION & CONDITIONS" in text
    assert text.rstrip().endswith("OTHER DEALINGS IN THE FONT SOFTWARE.")


@pytest.mark.parametrize("content", [None, "", " \n"])
def test_a_licence_that_is_missing_or_empty_stops_the_press(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    monkeypatch.setattr(licences, "TYPEFACE", tmp_path)
    if content is not None:
        (tmp_path / "LICENSE").write_text(content)
    with pytest.raises(MissingPieceError, match=r"A licence is missing: .*LICENSE"):
        dict(licences.texts())


def test_another_licence_than_the_fonts_name_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "LICENSE").write_text("All rights reserved.")
    monkeypatch.setattr(licences, "TYPEFACE", tmp_path)
    with pytest.raises(MissingPieceError, match=r"must hold the SIL OPEN FONT LICENSE"):
        licences.katex_fonts()


def test_the_book_s_own_licences_are_those_in_its_folder() -> None:
    assert TEXTS["licences/code.txt"] == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert TEXTS["licences/text.txt"] == (ROOT / "LICENSE.CC-BY-4.0").read_text(encoding="utf-8")
