"""Contact sheets of a site's pages."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from bookkit import screenshots

PAGE = (
    "<!doctype html><meta charset=utf-8><title>t</title><style>:root{color-scheme:light dark}</style>"
    "<body style='height:2000px'>x"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "part/one/index.html", "404.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(PAGE)
    return tmp_path / "site"


def test_all_pages_but_the_one_for_missing_pages_are_photographed(site: Path) -> None:
    assert screenshots.pages_of(site) == ["", "part/one/"]


@pytest.mark.browser
def test_a_phone_and_a_desk_in_light_and_dark(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    # A process of its own: this one may hold the site's tests' browser, and Playwright drives one a process.
    command = [sys.executable, "-m", "bookkit.screenshots", "--site", str(site), "--to", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    assert result.returncode == 0, result.stderr
    sheets = [Path(line) for line in result.stdout.splitlines()]
    assert [path.name for path in sheets] == [
        *("phone-light.png", "phone-dark.png", "desktop-light.png", "desktop-dark.png")
    ]
    for sheet in sheets:
        for name in ("home", "part-one"):
            with Image.open(folder / sheet.stem / f"{name}.png") as picture:
                assert picture.size == ((390 if "phone" in sheet.stem else 1280), 2016)
                light = picture.convert("L").getpixel((200, 200)) > 200
        assert light == ("light" in sheet.stem)
        with Image.open(sheet) as whole:
            assert whole.width > 2 * screenshots.THUMB


def test_what_is_missing_is_said(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert screenshots.main(["--site", str(tmp_path / "none")]) == 1
    assert "holds no built site: run `make build` first" in capsys.readouterr().err
    assert screenshots.main(["--site", str(site), "part/two/"]) == 1
    assert "the site has no page part/two/" in capsys.readouterr().err
