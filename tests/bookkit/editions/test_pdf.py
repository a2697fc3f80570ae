"""What the printing of the book refuses before a browser is started."""

import io
from pathlib import Path

import pytest
from pypdf import PdfWriter

from bookkit import browser
from bookkit.editions import pdf


def test_a_folder_without_a_site_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pdf.main(["--site", str(tmp_path), "--to", str(tmp_path / "editions")]) == 1
    assert "holds no built site: run `make build` first" in capsys.readouterr().err
    assert not (tmp_path / "editions").exists()


def test_without_a_browser_it_says_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "book.json").write_text("{}")
    monkeypatch.setattr(browser, "find", lambda: None)
    assert pdf.main(["--site", str(tmp_path), "--to", str(tmp_path)]) == 1
    assert "python -m bookkit.browser --install" in capsys.readouterr().err


def test_places_are_found_on_their_pages() -> None:
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(100, 100)
    writer.add_named_destination("end", 2)
    writer.add_named_destination("start", 0)
    memory = io.BytesIO()
    writer.write(memory)
    assert pdf.pages_of_places(memory.getvalue()) == {"end": 3, "start": 1}
